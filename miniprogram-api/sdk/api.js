'use strict';

const BASE = '/mini/v1';

/**
 * The operations of ../openapi.yaml under their own names (`operationId`). All give promises and fail with a Problem.
 *
 * @param {ReturnType<import('./http').createHttp>} http
 */
function createApi(http) {
  const own = (number) => BASE + '/cases/' + encodeURIComponent(number);
  const offer = (service) => BASE + '/booking-services/' + encodeURIComponent(service) + '/bookables';
  const booking = (id, turn) => BASE + '/bookings/' + encodeURIComponent(id) + (turn ? '/' + turn : '');
  const wait = (id) => BASE + '/booking-waits/' + encodeURIComponent(id) + '/departure';
  const talk = (id, turn) => BASE + '/counselling/threads/' + encodeURIComponent(id) + (turn ? '/' + turn : '');
  const mediation = (id, turn) => BASE + '/mediations/' + encodeURIComponent(id) + (turn ? '/' + turn : '');
  const invitation = (token) => BASE + '/invitations/' + encodeURIComponent(token);
  const agreement = (id, turn) => BASE + '/agreements/' + encodeURIComponent(id) + (turn ? '/' + turn : '');
  const duty = (id, place, turn) => agreement(id, 'duties/' + encodeURIComponent(place) + '/' + turn);
  const activity = (id, turn) => BASE + '/bank/activities/' + encodeURIComponent(id) + (turn ? '/' + turn : '');
  const deed = (id, turn) => BASE + '/bank/deeds/' + encodeURIComponent(id) + (turn ? '/' + turn : '');
  const payment = (id, turn) => BASE + '/bank/till/charges/' + encodeURIComponent(id) + (turn ? '/' + turn : '');
  const order = (id, turn) => BASE + '/bank/orders/' + encodeURIComponent(id) + (turn ? '/' + turn : '');
  const team = (id, turn) => BASE + '/bank/teams/' + encodeURIComponent(id) + '/' + turn;
  const once = (key) => ({ 'Idempotency-Key': key });
  const say = (number, what, words) => http.asResident('POST', own(number) + '/' + what, { data: { words } });

  return {
    /** What this city takes in: `{name, kinds, grades}`. */
    city: () => http.plain('GET', BASE + '/city'),
    /** The divisions below `parent` (12 digits); without it the city's first level. */
    regions: (parent) => http.plain('GET', BASE + '/regions' + query({ parent })),
    /** The whole tree of topics, parents first. */
    categories: () => http.plain('GET', BASE + '/categories'),
    /** A page of the public board, or of what contains the words `q`; `after` is the `next` of the page before. */
    board: ({ kind, topic, q, after } = {}) => http.plain('GET', BASE + '/board' + query({ kind, topic, q, after })),
    boardCase: (number) => http.plain('GET', BASE + '/board/' + encodeURIComponent(number)),
    /** Articles of law found in everyday words: `{q, level, law, on}`. */
    laws: ({ q, level, law, on } = {}) => http.plain('GET', BASE + '/laws' + query({ q, level, law, on })),
    lawArticle: (law, number, on) =>
      http.plain('GET', BASE + '/laws/' + encodeURIComponent(law) + '/' + encodeURIComponent(number) + query({ on })),
    /** A case by number and code, without signing in. */
    lookUp: (number, code) => http.plain('POST', BASE + '/look-ups', { data: { number, code } }),

    /**
     * Submits at once, and only now. Pages use `outbox`, which keeps the key and tries again.
     *
     * @param {object} submission CaseSubmission of the contract
     * @param {string} key idempotency key: the same for every attempt at the same case
     * @returns {Promise<{number: string, lookUpCode: string, status: string}>}
     */
    submitCase: (submission, key) =>
      http.asResident('POST', BASE + '/cases', { data: submission, header: { 'Idempotency-Key': key } }),
    /** A page of the resident's own cases; with `q` those that contain these words. */
    myCases: (after, q) => http.asResident('GET', BASE + '/cases' + query({ q, after })),
    myCase: (number) => http.asResident('GET', own(number)),
    addWords: (number, words) => say(number, 'words', words),
    urge: (number, words) => say(number, 'urges', words),
    withdraw: (number, words) => say(number, 'withdrawal', words),
    askAgain: (number, words) => say(number, 'renewal', words),
    /** @param {{level: string, tags?: string[], words?: string}} rating */
    rate: (number, rating) => http.asResident('POST', own(number) + '/rating', { data: rating }),

    /** A page of the expert supermarket: `{shelf, kind, level, language, q, sort, after}`. */
    mediators: (wish = {}) => http.plain('GET', BASE + '/mediators' + query(wish)),
    mediator: (login) => http.plain('GET', BASE + '/mediators/' + encodeURIComponent(login)),
    /** @param {object} application MediationApplication of the contract @param {string} key the same for every attempt */
    applyMediation: (application, key) =>
      http.asResident('POST', BASE + '/mediations', { data: application, header: once(key) }),
    myMediations: (after) => http.asResident('GET', BASE + '/mediations' + query({ after })),
    mediation: (id) => http.asResident('GET', mediation(id)),
    /** What a link shows before one is let in. */
    mediationInvitation: (token) => http.plain('GET', invitation(token)),
    /** @param {string} digits the last four of the number that was invited */
    openInvitation: (token, digits) => http.asResident('POST', invitation(token), { data: { digits } }),
    /** @param {{mediator: string, ownName?: string, ownPhone?: string, story?: string, claim?: string}} choice */
    chooseMediator: (id, choice) => http.asResident('POST', mediation(id, 'choice'), { data: choice }),
    proposeMediators: (id, choice) => http.asResident('POST', mediation(id, 'proposal'), { data: choice }),
    declineMediation: (id) => http.asResident('POST', mediation(id, 'refusal'), { data: {} }),
    /** @param {{words: string, aside?: boolean}} said aside: for the mediator alone */
    speakInMediation: (id, said, key) => http.asResident('POST', mediation(id, 'words'), { data: said, header: once(key) }),
    withdrawMediation: (id) => http.asResident('POST', mediation(id, 'withdrawal'), { data: {} }),
    askRecusal: (id, why) => http.asResident('POST', mediation(id, 'recusal'), { data: { why } }),
    answerMediationSession: (id, session, comes) =>
      http.asResident('POST', mediation(id, 'sessions/' + encodeURIComponent(session) + '/answer'), { data: { comes } }),
    consentHandOver: (id) => http.asResident('POST', mediation(id, 'consent'), { data: {} }),
    refuseHandOver: (id) => http.asResident('POST', mediation(id, 'handover-refusal'), { data: {} }),
    rateMediation: (id, level) => http.asResident('POST', mediation(id, 'rating'), { data: { level } }),

    agreement: (id) => http.asResident('GET', agreement(id)),
    sendAgreementCode: (id) => http.asResident('POST', agreement(id, 'code'), { data: {} }),
    /** @param {{code: string, picture?: string, name?: string}} signature a picture that was drawn, or the name typed */
    signAgreement: (id, signature) => http.asResident('POST', agreement(id, 'signature'), { data: signature }),
    objectToAgreement: (id) => http.asResident('POST', agreement(id, 'objection'), { data: {} }),
    wantConfirmation: (id) => http.asResident('POST', agreement(id, 'confirmation'), { data: {} }),
    reportDuty: (id, place) => http.asResident('POST', duty(id, place, 'report'), { data: {} }),
    acknowledgeDuty: (id, place) => http.asResident('POST', duty(id, place, 'receipt'), { data: {} }),
    denyDuty: (id, place) => http.asResident('POST', duty(id, place, 'denial'), { data: {} }),

    /** What can be booked in this city: `[{code, name, hint, minutes, modes, horizonDays}]`. */
    bookingServices: () => http.plain('GET', BASE + '/booking-services'),
    /** A page of those who offer the service, each with the next free time. */
    bookables: (service, after) => http.plain('GET', offer(service) + query({ after })),
    /** Free times of one of them: `[{start, end, left}]`. */
    bookingSlots: (service, bookable) => http.plain('GET', offer(service) + '/' + encodeURIComponent(bookable) + '/slots'),
    /**
     * Keeps a time for some minutes, in which the person fills in.
     *
     * @param {{bookable: string, service: string, mode: string, start: string}} wish
     * @param {string} key idempotency key: the same for every attempt
     * @returns {Promise<{id: string}>}
     */
    holdBooking: (wish, key) => http.asResident('POST', BASE + '/bookings', { data: wish, header: once(key) }),
    myBookings: (after) => http.asResident('GET', BASE + '/bookings' + query({ after })),
    booking: (id) => http.asResident('GET', booking(id)),
    /** @param {{phone?: string, note?: string}} contact */
    confirmBooking: (id, contact) => http.asResident('POST', booking(id, 'confirmation'), { data: contact }),
    moveBooking: (id, wish) => http.asResident('POST', booking(id, 'move'), { data: wish }),
    cancelBooking: (id) => http.asResident('POST', booking(id, 'cancellation'), { data: {} }),
    checkInBooking: (id) => http.asResident('POST', booking(id, 'check-in'), { data: {} }),
    /** The queue of a service hall in numbers. @param {string} code of the hall */
    hallQueue: (code) => http.plain('GET', BASE + '/halls/' + encodeURIComponent(code)),
    hallNumber: (code, number) => http.plain('GET', BASE + '/halls/' + encodeURIComponent(code) + '/numbers/' + encodeURIComponent(number)),
    /** The number taken for one's own booking; 404 before. */
    bookingNumber: (id) => http.asResident('GET', booking(id, 'number')),
    noShowAppeal: (id) => http.asResident('GET', booking(id, 'appeal')),
    /** @param {string} words why nobody came */
    appealNoShow: (id, words) => http.asResident('POST', booking(id, 'appeal'), { data: { words } }),
    /** @param {{bookable: string, service: string, mode: string, from: string, to: string}} wish days as 2026-11-24 */
    joinWaitList: (wish, key) => http.asResident('POST', BASE + '/booking-waits', { data: wish, header: once(key) }),
    myWaits: () => http.asResident('GET', BASE + '/booking-waits'),
    leaveWaitList: (id) => http.asResident('POST', wait(id), { data: {} }),
    /** Since when there is an address for a calendar app. */
    calendarFeed: () => http.asResident('GET', BASE + '/booking-calendar'),
    /** A new address, given this once; the one before ends. */
    makeCalendarFeed: (key) => http.asResident('POST', BASE + '/booking-calendar', { data: {}, header: once(key) }),
    endCalendarFeed: () => http.asResident('DELETE', BASE + '/booking-calendar'),
    /** A page of what the resident was told; what was shown counts as read. */
    notices: (after) => http.asResident('GET', BASE + '/notices' + query({ after })),

    /** A page of volunteer activities: `{region, day, free, after}`. */
    activities: ({ region, day, free, after } = {}) =>
      http.plain('GET', BASE + '/bank/activities' + query({ region, day, free, after })),
    myActivities: (after) => http.asResident('GET', BASE + '/bank/own-activities' + query({ after })),
    activity: (id) => http.asResident('GET', activity(id)),
    signUpForActivity: (id, key) => http.asResident('POST', activity(id, 'place'), { data: {}, header: once(key) }),
    withdrawFromActivity: (id) => http.asResident('POST', activity(id, 'withdrawal'), { data: {} }),
    /** @param {{direction: 'IN'|'OUT', code: string}} check the six digits of the screen */
    checkAtActivity: (id, check, key) => http.asResident('POST', activity(id, 'check'), { data: check, header: once(key) }),

    /** Good deeds one did or told of. */
    myDeeds: (after) => http.asResident('GET', BASE + '/bank/deeds' + query({ after })),
    /** @param {object} tale DeedTale of the contract; with `phone` it is another's, and `claim` is for them @param {string} key */
    tellDeed: (tale, key) => http.asResident('POST', BASE + '/bank/deeds', { data: tale, header: once(key) }),
    deed: (id) => http.asResident('GET', deed(id)),
    /** @param {{code: string, phone: string, accept: boolean}} claim */
    claimDeed: (claim) => http.asResident('POST', BASE + '/bank/deed-claims', { data: claim }),
    appealDeed: (id, words) => http.asResident('POST', deed(id, 'appeal'), { data: { words } }),
    withdrawDeed: (id) => http.asResident('POST', deed(id, 'withdrawal'), { data: {} }),

    /** Promise, numbers that help at once, fields, and the words of danger to look for on the phone while one types. */
    counselling: () => http.plain('GET', BASE + '/counselling'),
    counsellors: ({ field, way, language, after } = {}) =>
      http.plain('GET', BASE + '/counselling/counsellors' + query({ field, way, language, after })),
    myCounselling: (after) => http.asResident('GET', BASE + '/counselling/threads' + query({ after })),
    /**
     * A first letter. Never keep what was typed on the phone.
     *
     * @param {{counsellor: string, field: string, alias?: string, words: string}} letter
     * @param {string} key idempotency key: the same for every attempt
     */
    openCounselling: (letter, key) =>
      http.asResident('POST', BASE + '/counselling/threads', { data: letter, header: once(key) }),
    counsellingThread: (id) => http.asResident('GET', talk(id)),
    writeCounselling: (id, words, key) => http.asResident('POST', talk(id, 'letters'), { data: { words }, header: once(key) }),
    /** @param {string} [counsellor] `offeredLogin` of the thread to agree; nothing to decline */
    consentCounselling: (id, counsellor) => http.asResident('POST', talk(id, 'consent'), { data: { counsellor } }),
    endCounselling: (id) => http.asResident('POST', talk(id, 'end'), { data: {} }),
    deleteCounselling: (id) => http.asResident('POST', talk(id, 'deletion'), { data: {} }),

    /** What the resident has in the moral bank; `member` is false for whoever has not joined. */
    bankStanding: () => http.asResident('GET', BASE + '/bank'),
    /** @param {{name: string, region: string, agreed: boolean}} wish show first what is kept; `agreed` says that they read it */
    joinBank: (wish) => http.asResident('POST', BASE + '/bank/membership', { data: wish }),
    /** Forfeits all points: ask once more before. */
    leaveBank: () => http.asResident('POST', BASE + '/bank/departure', { data: {} }),
    bankHistory: (after) => http.asResident('GET', BASE + '/bank/history' + query({ after })),
    /** A code to pay with: good for a minute, once. Never keep it. @param {number} most points it may be used for @param {string} from account of payAccounts; theirs if left out */
    drawPayCode: (most, from) => http.asResident('POST', BASE + '/bank/pay-codes', { data: { most, from } }),
    /** Accounts the resident may pay from, their own first: `[{account, kind, name, points}]`. */
    payAccounts: () => http.asResident('GET', BASE + '/bank/pay-accounts'),
    /** The resident's household; 404 for whoever is in none. */
    bankHousehold: () => http.asResident('GET', BASE + '/bank/household'),
    foundBankHousehold: (name) => http.asResident('POST', BASE + '/bank/household', { data: { name } }),
    /** Six digits for a quarter of an hour, for somebody of the family. */
    drawBankHouseholdCode: () => http.asResident('POST', BASE + '/bank/household/code', { data: {} }),
    askIntoBankHousehold: (code) => http.asResident('POST', BASE + '/bank/household/requests', { data: { code } }),
    /** @param {string} id of who asks @param {boolean} yes */
    answerBankHouseholdRequest: (id, yes) =>
      http.asResident('POST', BASE + '/bank/household/requests/' + encodeURIComponent(id) + '/answer', { data: { yes } }),
    /** @param {string} key idempotency key: the same for every attempt */
    contributeToBankHousehold: (points, key) =>
      http.asResident('POST', BASE + '/bank/household/contributions', { data: { points }, header: once(key) }),
    bankHouseholdHistory: (after) => http.asResident('GET', BASE + '/bank/household/history' + query({ after })),
    leaveBankHousehold: () => http.asResident('POST', BASE + '/bank/household/departure', { data: {} }),
    /** Organisations whose treasurer the resident is. */
    bankTeams: () => http.asResident('GET', BASE + '/bank/teams'),
    /** @param {string} code that the bank's clerk gave the organisation */
    bindTeam: (code) => http.asResident('POST', BASE + '/bank/teams/binding', { data: { code } }),
    bankTeamHistory: (id, after) => http.asResident('GET', team(id, 'history') + query({ after })),
    unbindTeam: (id) => http.asResident('POST', team(id, 'unbinding'), { data: {} }),
    /** The public book of good deeds: `{region, month, kind, after}`, all optional; no signing in. */
    bankBook: ({ region, month, kind, after } = {}) => http.plain('GET', BASE + '/bank/book' + query({ region, month, kind, after })),
    /** What of the resident's is shown; nothing until they say so. */
    bankBookConsent: () => http.asResident('GET', BASE + '/bank/book/consent'),
    /** @param {{book: boolean, boards: boolean, naming?: string, pen?: string, past?: boolean}} wish in effect at once */
    sayBankBookConsent: (wish) => http.asResident('PUT', BASE + '/bank/book/consent', { data: wish }),
    bankPayments: (after) => http.asResident('GET', BASE + '/bank/payments' + query({ after })),
    bankShops: (after) => http.plain('GET', BASE + '/bank/shops' + query({ after })),
    /** The shop at whose till the resident stands; 404 for whoever stands at none. */
    till: () => http.asResident('GET', BASE + '/bank/till'),
    /** @param {string} code that the bank's clerk gave the shop */
    bindTill: (code) => http.asResident('POST', BASE + '/bank/till/binding', { data: { code } }),
    unbindTill: () => http.asResident('POST', BASE + '/bank/till/unbinding', { data: {} }),
    tillCharges: (after) => http.asResident('GET', BASE + '/bank/till/charges' + query({ after })),
    /**
     * @param {{code: string, points: number}} charge
     * @param {string} key idempotency key: the same for every attempt at the same charge
     */
    authoriseCharge: (charge, key) => http.asResident('POST', BASE + '/bank/till/charges', { data: charge, header: once(key) }),
    tillCharge: (id) => http.asResident('GET', payment(id)),
    /** Each of the three may be sent again until it is answered. */
    captureCharge: (id) => http.asResident('POST', payment(id, 'capture'), { data: {} }),
    cancelCharge: (id) => http.asResident('POST', payment(id, 'cancellation'), { data: {} }),
    refundCharge: (id) => http.asResident('POST', payment(id, 'refund'), { data: {} }),
    /** @param {string} [region] where the resident lives; without it all of the city */
    bankOffers: (region, after) => http.plain('GET', BASE + '/bank/offers' + query({ region, after })),
    bankOffer: (id) => http.plain('GET', BASE + '/bank/offers/' + encodeURIComponent(id)),
    bankOrders: (after) => http.asResident('GET', BASE + '/bank/orders' + query({ after })),
    /** Puts the points aside. @param {string} key idempotency key: the same for every attempt at the same order */
    placeBankOrder: (offer, key) => http.asResident('POST', BASE + '/bank/orders', { data: { offer }, header: once(key) }),
    bankOrder: (id) => http.asResident('GET', order(id)),
    /** Times a service that is booked can be had at, before the order lapses. */
    bankOrderTimes: (id) => http.asResident('GET', order(id, 'times')),
    /** Also to another time. @param {string} start of one of {@link bankOrderTimes} */
    chooseBankOrderTime: (id, start) => http.asResident('PUT', order(id, 'time'), { data: { start } }),
    /** A code to fetch it with: good for 15 minutes, once. Never keep it. */
    drawBankOrderCode: (id) => http.asResident('POST', order(id, 'code'), { data: {} }),
    cancelBankOrder: (id) => http.asResident('POST', order(id, 'cancellation'), { data: {} }),
    tillOrders: (after) => http.asResident('GET', BASE + '/bank/till/orders' + query({ after })),
    /** Whose time is to come, in its order. */
    tillOrdersComing: () => http.asResident('GET', BASE + '/bank/till/orders/coming'),
    missBankOrder: (id) => http.asResident('POST', BASE + '/bank/till/orders/' + encodeURIComponent(id) + '/missed', { data: {} }),
    /** @param {string} code from the customer's phone */
    fetchBankOrder: (code) => http.asResident('POST', BASE + '/bank/till/orders', { data: { code } }),
    refundBankOrder: (id) =>
      http.asResident('POST', BASE + '/bank/till/orders/' + encodeURIComponent(id) + '/refund', { data: {} }),

    miniUpload: (filePath) => http.upload(BASE + '/files', filePath),
    miniFile: (id) => http.download(BASE + '/files/' + encodeURIComponent(id)),
    miniThumb: (id) => http.download(BASE + '/files/' + encodeURIComponent(id) + '/thumb'),
    /** Signing in happens by itself; this ends the session here and on the server. */
    signOut: () => http.signOut(),
  };
}

function query(values) {
  const given = Object.keys(values).filter((name) => values[name]);
  return given.length ? '?' + given.map((name) => name + '=' + encodeURIComponent(values[name])).join('&') : '';
}

module.exports = { createApi };
