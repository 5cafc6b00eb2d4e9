package cn.shiyu.mediation.console;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.Slot;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.identity.Caller;
import cn.shiyu.mediation.MediationSettings;
import cn.shiyu.mediation.MediationView;
import cn.shiyu.mediation.Meeting;
import cn.shiyu.mediation.Mediator;
import cn.shiyu.mediation.Side;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Times;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts together what the mediator may choose from. */
@ApplicationScoped
class DeskOffers {

    /** As many as a list of choices can bear. */
    private static final int SLOTS = 30;

    @Inject
    SlotQueries slots;

    Uni<DeskChoices> of(City city, Caller mediator, MediationView it) {
        MediationSettings settings = MediationSettings.of(city);
        return free(city, mediator, it).map(free -> new DeskChoices(
                free, ways(settings.video() != null), ways(false), others(settings, mediator),
                Arrays.stream(Side.values())
                        .map(side -> new Choice(side.name(), Messages.get("mediation.asideWith." + side)))
                        .toList()));
    }

    private static List<Choice> ways(boolean video) {
        return Arrays.stream(Meeting.Way.values())
                .filter(way -> video || way != Meeting.Way.VIDEO)
                .map(way -> new Choice(way.name(), Messages.get("mediation.way." + way)))
                .toList();
    }

    private static List<Choice> others(MediationSettings settings, Caller mediator) {
        return settings.mediators().stream()
                .filter(one -> !one.login().equals(mediator.id()))
                .map(one -> new Choice(one.login(), named(settings, one)))
                .toList();
    }

    private static String named(MediationSettings settings, Mediator one) {
        return one.name() + "（" + settings.body(one).name() + "，"
                + Messages.get("mediation.kind." + settings.body(one).kind()) + "）";
    }

    private Uni<List<Choice>> free(City city, Caller mediator, MediationView it) {
        Optional<ServiceOffer> service = BookingSettings.of(city).service(MediationSettings.of(city).session());
        if (service.isEmpty() || !it.may("SCHEDULE")) {
            return Uni.createFrom().item(List.of());
        }
        return slots.bookables(city, service.get().kind(), mediator.id()).chain(own -> Multi.createFrom()
                .iterable(own)
                .onItem()
                .transformToUniAndConcatenate(one -> free(city, one, service.get()))
                .collect()
                .asList()
                .map(all -> all.stream().flatMap(List::stream).limit(SLOTS).toList()));
    }

    private Uni<List<Choice>> free(City city, Bookable one, ServiceOffer service) {
        LocalDate today = slots.today(city);
        return slots.free(city, one.id(), service, today, today.plusDays(service.horizonDays()))
                .map(found -> found.stream().map(slot -> choice(one, slot)).toList());
    }

    private static Choice choice(Bookable one, Slot slot) {
        return new Choice(one.id() + "@" + slot.start(), Times.minute(slot.start()) + " · " + one.name());
    }
}
