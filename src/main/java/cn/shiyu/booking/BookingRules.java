package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What the city allows: section {@code booking} of its tenant file. */
@ApplicationScoped
class BookingRules {

    /** @throws Refusal 422 when this bookable does not offer it, or not in this way */
    ServiceOffer offered(OpenAgenda open, String code, Mode mode) {
        ServiceOffer service = service(open, code);
        if (!service.kind().equals(open.bookable().kind())) {
            throw Refusal.badInput("service", Messages.get("booking.refusal.noService"));
        }
        if (mode == null || !service.modes().contains(mode)) {
            throw Refusal.badInput("mode", Messages.get("booking.refusal.noMode"));
        }
        return service;
    }

    /** As {@link #offered}, for whoever books it for itself. @throws Refusal 422 */
    ServiceOffer forItself(OpenAgenda open, String code, Mode mode) {
        return only(offered(open, code, mode), null);
    }

    /** As {@link #offered}, for a subject. @throws Refusal 422 */
    ServiceOffer through(OpenAgenda open, String code, Mode mode, BookingSubject subject) {
        return only(offered(open, code, mode), subject.type());
    }

    private static ServiceOffer only(ServiceOffer service, String through) {
        if (!Objects.equals(service.through(), through)) {
            throw Refusal.badInput("service", Messages.get("booking.refusal.noService"));
        }
        return service;
    }

    ServiceOffer service(OpenAgenda open, String code) {
        return open.settings()
                .service(code)
                .orElseThrow(() -> Refusal.badInput("service", Messages.get("booking.refusal.noService")));
    }

    /** @throws Refusal 422 when that is no time of the service, 409 when it is taken */
    int lane(OpenAgenda open, ServiceOffer service, Instant start, UUID moving) {
        int lane = open.agenda().lane(service, start, open.now(), moving).orElseThrow(BookingRefusals::notOffered);
        if (!open.agenda().has(lane)) {
            throw BookingRefusals.taken();
        }
        return lane;
    }

    /** @throws Refusal 409 for who has too many open bookings, or stayed away too often */
    Uni<Void> mayBook(OpenAgenda open, Caller resident) {
        UUID id = UUID.fromString(resident.id());
        BookingSettings.NoShows rule = open.settings().noShows();
        Instant since = open.now().minus(Duration.ofDays(rule.days()));
        return Bookings.openOf(open.sql(), open.tenant(), id, open.now())
                .invoke(count -> {
                    if (count >= open.settings().mostOpen()) {
                        throw BookingRefusals.tooManyOpen(open.settings().mostOpen());
                    }
                })
                .chain(() -> Bookings.missedBy(open.sql(), open.tenant(), id, since, rule.most()))
                .invoke(missed -> refuseIfPaused(missed, rule, open.now()))
                .replaceWithVoid();
    }

    private static void refuseIfPaused(List<Instant> missed, BookingSettings.NoShows rule, Instant now) {
        if (missed.size() < rule.most()) {
            return;
        }
        Instant until = missed.get(0).plus(Duration.ofDays(rule.pauseDays()));
        if (now.isBefore(until)) {
            throw BookingRefusals.paused(Times.day(until));
        }
    }

    /** @throws Refusal 410 for its owner, when its time is near; whoever is booked may always */
    void stillChangeable(OpenAgenda open, Booking booking) {
        boolean own = BookingStep.standing(open.caller(), open.bookable(), booking) == BookingStanding.OWNER;
        int minutes = open.settings().service(booking.service()).map(ServiceOffer::changeMinutes).orElse(0);
        boolean free = booking.status() == BookingStatus.HELD || booking.status() == BookingStatus.DISPLACED;
        if (own && !free && open.now().isAfter(booking.start().minus(Duration.ofMinutes(minutes)))) {
            throw BookingRefusals.tooLateToChange(minutes);
        }
    }

    /** The next moment at which to remind of a booking, or null. */
    Instant nextReminder(BookingSettings settings, Instant start, Instant now) {
        return settings.remindHours().stream()
                .map(hours -> start.minus(Duration.ofHours(hours)))
                .filter(moment -> moment.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }
}
