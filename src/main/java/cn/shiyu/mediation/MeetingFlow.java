package cn.shiyu.mediation;

import cn.shiyu.booking.AppointFlow;
import cn.shiyu.booking.BookingSubject;
import cn.shiyu.booking.Mode;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** Sessions: a time of the mediator's rota, taken in the booking core; the parties say whether they come; the minutes. */
@ApplicationScoped
public class MeetingFlow {

    static final String SUBJECT = "mediation";
    static final int PLACE = 100;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ROOM_BYTES = 16;

    @Inject
    MediationStep step;

    @Inject
    Meetings meetings;

    @Inject
    AppointFlow appointments;

    /** @param bookable whose time it takes @param place needed but for video */
    public record Wish(UUID bookable, Instant start, Meeting.Way way, String place) {}

    /** @throws Refusal 422 {@code start}, {@code way}, {@code place}; 409 {@code slot-taken} */
    public Uni<Void> schedule(Caller mediator, IdempotencyKey key, UUID id, Wish wish) {
        checked(wish.way(), wish.place());
        return step.once(mediator, key, id, MediationAction.SCHEDULE, at -> {
            boolean video = wish.way() == Meeting.Way.VIDEO;
            UUID meeting = UuidCreator.getTimeOrderedEpoch();
            return appointments
                    .appoint(at.connection(), mediator, new AppointFlow.Appointment(
                            wish.bookable(), at.settings().session(), video ? Mode.VIDEO : Mode.IN_PERSON, wish.start(),
                            Messages.get("mediation.booked"), new BookingSubject(SUBJECT, id)))
                    .chain(taken -> meetings.add(at.sql(), at.tenant(), id, new Meeting(
                            meeting, taken.booking(), wish.way(), place(at.settings(), wish), taken.start(), taken.end(),
                            Meeting.State.PLANNED, null, null, null, null)))
                    .chain(() -> step.happened(
                            at, "SessionPlanned",
                            Map.of("session", meeting.toString(), "start", wish.start().toString(), "way", wish.way().name())))
                    .chain(() -> step.tellOthers(at, "session"));
        }, wish);
    }

    private static void checked(Meeting.Way way, String place) {
        Typing typing = new Typing().that(way != null, "way", "way");
        (way == Meeting.Way.VIDEO ? typing : typing.needs("place", place, PLACE)).orRefuse();
    }

    /** A room whose name nobody guesses; whoever has the address is in it, so it is shown to the three alone. */
    private static String place(MediationSettings settings, Wish wish) {
        if (wish.way() != Meeting.Way.VIDEO) {
            return Typing.clean(wish.place());
        }
        if (settings.video() == null) {
            throw MediationRefusals.field("way", "noVideo");
        }
        byte[] room = new byte[ROOM_BYTES];
        RANDOM.nextBytes(room);
        return settings.video() + (settings.video().endsWith("/") ? "" : "/") + "shiyu-" + HexFormat.of().formatHex(room);
    }

    /** Whether they come. @throws Refusal 404 for a session that is none; 409 once it is over */
    public Uni<Void> answer(Caller resident, UUID id, UUID meeting, boolean comes) {
        return step.take(resident, id, MediationAction.ANSWER_SESSION, at -> planned(at, meeting)
                .chain(() -> meetings.comes(at.sql(), at.tenant(), meeting, at.standing().side(), comes))
                .chain(() -> step.happened(
                        at, "SessionAnswered",
                        Map.of("session", meeting.toString(), "comes", comes, "by", at.standing().name()))));
    }

    /** Gives the time back; both are told. */
    public Uni<Void> cancel(Caller mediator, UUID id, UUID meeting) {
        return step.take(mediator, id, MediationAction.SCHEDULE, at -> planned(at, meeting)
                .chain(found -> appointments.giveBack(at.connection(), mediator, found.booking())));
    }

    /** What is still planned will not be held: the mediator is another, or it is over. */
    Uni<Void> callOff(MediationStep.At at) {
        return meetings.of(at.sql(), at.tenant(), at.id())
                .chain(all -> Multi.createFrom()
                        .iterable(all.stream().filter(Meeting::isPlanned).toList())
                        .onItem()
                        .transformToUniAndConcatenate(
                                one -> appointments.giveBack(at.connection(), at.caller(), one.booking()))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** 调解笔录 of a planned session, from its beginning on. @throws Refusal 409 {@code too-early} */
    public Uni<Void> keepMinutes(Caller mediator, IdempotencyKey key, UUID id, UUID meeting, String typed) {
        new Typing().needs("minutes", typed, Typing.WORDS).orRefuse();
        String minutes = Typing.clean(typed);
        return step.once(mediator, key, id, MediationAction.KEEP_MINUTES, at -> planned(at, meeting)
                .invoke(found -> {
                    if (at.now().isBefore(found.start())) {
                        throw new Refusal(409, "too-early", Messages.get("mediation.refusal.tooEarly"));
                    }
                })
                .chain(() -> meetings.held(at.sql(), at.tenant(), meeting, minutes, at.now()))
                .chain(() -> kept(at, meeting)), meeting, minutes);
    }

    /** 调解笔录 of one held on the spot: in the yard, at the gate. @param place where that was */
    public Uni<Void> keepMinutesOnTheSpot(
            Caller mediator, IdempotencyKey key, UUID id, Meeting.Way way, String place, String typed) {
        new Typing().that(way != null && way != Meeting.Way.VIDEO, "way", "way")
                .needs("place", place, PLACE).needs("minutes", typed, Typing.WORDS).orRefuse();
        String minutes = Typing.clean(typed);
        UUID meeting = UuidCreator.getTimeOrderedEpoch();
        return step.once(mediator, key, id, MediationAction.KEEP_MINUTES, at -> meetings
                .add(at.sql(), at.tenant(), id, new Meeting(
                        meeting, null, way, Typing.clean(place), at.now(), at.now(), Meeting.State.HELD, null, null, minutes,
                        at.now()))
                .chain(() -> kept(at, meeting)), Typing.clean(place), minutes);
    }

    private Uni<Void> kept(MediationStep.At at, UUID meeting) {
        return step.happened(at, "MinutesKept", Map.of("session", meeting.toString()))
                .chain(() -> step.tellOthers(at, "minutes"));
    }

    private Uni<Meeting> planned(MediationStep.At at, UUID meeting) {
        return meetings.lock(at.sql(), at.tenant(), at.id(), meeting)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .invoke(found -> {
                    if (!found.isPlanned()) {
                        throw new Refusal(409, "wrong-state", Messages.get("mediation.refusal.sessionOver"));
                    }
                });
    }
}
