package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** 未到申诉: the resident says why, the desk decides. While it is open the no-show does not count. */
@ApplicationScoped
public class AppealFlow {

    private static final int LONGEST = 500;

    @Inject
    BookingStep step;

    @Inject
    Turns turns;

    @Inject
    BookingEvents events;

    @Inject
    Appeals appeals;

    @Inject
    AppealDesks desks;

    @Inject
    Clock clock;

    /**
     * Once for each booking; sent again while it is open nothing changes.
     *
     * @param words why, up to 500 characters; sealed
     * @throws Refusal 404 for another's booking; 409 {@code wrong-state} where nobody was missed, {@code appeal-decided}; 410 {@code
     *     appeal-late}; 422 {@code words}
     */
    public Uni<Void> appeal(Caller resident, UUID booking, String words) {
        String said = said(words, "words", "appealWords");
        return step.under(resident, booking, now(), (open, one) -> {
            if (BookingStep.standing(open.caller(), open.bookable(), one) != BookingStanding.OWNER) {
                throw BookingRefusals.notYours();
            }
            return appeals.find(open.sql(), open.tenant(), booking).chain(before -> before.isPresent()
                    ? again(before.get(), one)
                    : appeal(open, one, said));
        });
    }

    private static Uni<Booking> again(AppealView before, Booking booking) {
        if (before.status() != AppealStatus.OPEN) {
            throw BookingRefusals.appealDecided();
        }
        return Uni.createFrom().item(booking);
    }

    private Uni<Booking> appeal(OpenAgenda open, Booking booking, String words) {
        // No words about a visit to a counsellor: who was booked takes the no-show back themselves.
        if (booking.status() != BookingStatus.NO_SHOW || open.bookable().confidential()) {
            throw BookingRefusals.notNow(booking.status());
        }
        if (open.now().isAfter(until(open.settings(), booking.start()))) {
            throw BookingRefusals.appealLate(open.settings().noShows().appealDays());
        }
        return appeals.add(open.sql(), open.tenant(), booking.id(), words, open.now())
                .chain(() -> events.append(open.connection(), open.caller(), "NoShowAppealed", booking, open.now()))
                .replaceWith(booking);
    }

    /** Until when somebody may appeal. */
    static Instant until(BookingSettings settings, Instant start) {
        return start.plus(Duration.ofDays(settings.noShows().appealDays()));
    }

    /** The no-show is taken back. @param reason or empty @throws Refusal 404 when it is not theirs to decide; 409 {@code appeal-decided} */
    public Uni<Void> grant(Caller staff, UUID booking, String reason) {
        String said = reason == null || reason.isBlank() ? null : said(reason, "reason", "appealReason");
        return step.under(staff, booking, now(), (open, one) -> decide(open, one, AppealTransitions.Action.GRANT, said)
                .chain(() -> step.write(open, BookingAction.FORGIVE, step.after(open, BookingAction.FORGIVE, one)))
                .call(() -> turns.tell(open, one, "booking.notice.appealGranted")));
    }

    /** The no-show stays. @param reason must be given @throws Refusal as {@link #grant}; 422 {@code reason} */
    public Uni<Void> refuse(Caller staff, UUID booking, String reason) {
        String said = said(reason, "reason", "appealReason");
        return step.under(staff, booking, now(), (open, one) -> decide(open, one, AppealTransitions.Action.REFUSE, said)
                .chain(() -> events.append(open.connection(), staff, "NoShowAppealRefused", one, open.now()))
                .call(() -> turns.tell(open, one, "booking.notice.appealRefused"))
                .replaceWith(one));
    }

    private Uni<Void> decide(OpenAgenda open, Booking booking, AppealTransitions.Action action, String reason) {
        if (!desks.decides(open.caller(), open.bookable())) {
            throw Refusal.notFound();
        }
        return appeals.find(open.sql(), open.tenant(), booking.id())
                .map(found -> found.orElseThrow(Refusal::notFound))
                .map(found -> AppealTransitions.after(action, found.status()).orElseThrow(BookingRefusals::appealDecided))
                .chain(as -> appeals.settle(open.sql(), open.tenant(), booking.id(), as, reason, open.caller().id(), open.now()))
                .replaceWithVoid();
    }

    private static String said(String words, String field, String message) {
        String said = words == null ? "" : words.replace("\0", "").strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw Refusal.badInput(field, Messages.get("booking.refusal." + message, LONGEST));
        }
        return said;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
