'use strict';

const { Problem, fileMissing } = require('./problem');

const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 300;

/**
 * Sends drafts until the city has acknowledged them: now, when the network comes back, when the mini-program is opened again. A
 * draft keeps its key over all attempts, so however often it arrives, it is one case.
 *
 * @param {object} wx
 * @param {ReturnType<import('./api').createApi>} api
 * @param {ReturnType<import('./drafts').createDrafts>} drafts
 */
function createOutbox(wx, api, drafts) {
  const listeners = [];
  let running = null;
  let timer = null;
  let failures = 0;

  /**
   * Puts the draft into the queue and tries at once.
   *
   * @returns {Promise<?object>} the receipt; null when it waits for the network
   * @throws {import('./problem').Problem} when the city refuses it; the draft keeps what was typed
   */
  async function submit(key) {
    drafts.save(Object.assign(drafts.find(key), { state: 'WAITING', problem: null }));
    // A round under way may have passed this draft already, or have sent it.
    const underWay = running ? await running : [];
    const mine = (outcomes) => outcomes.find((each) => each.key === key);
    const outcome = mine(underWay) || mine(await flush());
    if (outcome && outcome.problem && !outcome.waiting) {
      throw outcome.problem;
    }
    return outcome ? outcome.receipt : null;
  }

  /** Sends all that waits, oldest first; while one round runs, others join it. */
  function flush() {
    clearTimeout(timer);
    running = running || round().finally(() => { running = null; });
    return running;
  }

  async function round() {
    const outcomes = [];
    for (const draft of drafts.all().filter((each) => each.state === 'WAITING')) {
      const outcome = await attempt(draft);
      outcomes.push(outcome);
      listeners.forEach((listener) => listener(outcome));
    }
    const waiting = outcomes.filter((outcome) => outcome.waiting);
    failures = waiting.length ? failures + 1 : 0;
    if (waiting.length) {
      again(Math.max(...waiting.map((outcome) => outcome.problem.retryAfter)));
    }
    return outcomes;
  }

  async function attempt(draft) {
    drafts.save(Object.assign(draft, { attempts: draft.attempts + 1 }));
    try {
      const receipt = await deliver(draft);
      drafts.discard(draft.key);
      return { key: draft.key, receipt, problem: null, waiting: false };
    } catch (problem) {
      return failed(draft, problem);
    }
  }

  async function deliver(draft) {
    await uploadRest(draft);
    try {
      return await api.submitCase(whole(draft), draft.key);
    } catch (problem) {
      if (!(problem.code === 'bad-upload' && problem.fields.files && draft.files.length)) {
        throw problem;
      }
      // Uploads that nothing refers to are swept after a day: after a long time without network they must go up again.
      draft.files.forEach((file) => { file.id = null; });
      await uploadRest(draft);
      return api.submitCase(whole(draft), draft.key);
    }
  }

  async function uploadRest(draft) {
    for (const file of draft.files.filter((each) => !each.id)) {
      if (!drafts.hasFile(file.path)) {
        throw fileMissing();
      }
      file.id = (await api.miniUpload(file.path)).id;
      drafts.save(draft);
    }
  }

  const whole = (draft) => Object.assign({}, draft.submission, { files: draft.files.map((file) => file.id) });

  function failed(draft, problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    // 401: signing in does not work just now.
    const waiting = problem.isPassing || problem.status === 401;
    const { code, message, fields } = problem;
    drafts.save(Object.assign(draft, { state: waiting ? 'WAITING' : 'REFUSED', problem: { code, message, fields } }));
    return { key: draft.key, receipt: null, problem, waiting };
  }

  function again(retryAfter) {
    const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - 1), LONGEST_WAIT_SECONDS);
    timer = setTimeout(flush, Math.max(wait, retryAfter) * 1000);
  }

  /** Once, in the app's `onLaunch`; its `onShow` calls `flush`. */
  function watchNetwork() {
    wx.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) {
        failures = 0;
        flush();
      }
    });
  }

  /** @param {(outcome: {key: string, receipt: ?object, problem: ?Error, waiting: boolean}) => void} listener */
  const onOutcome = (listener) => listeners.push(listener);

  const stop = () => clearTimeout(timer);

  return { submit, flush, watchNetwork, onOutcome, stop };
}

module.exports = { createOutbox };
