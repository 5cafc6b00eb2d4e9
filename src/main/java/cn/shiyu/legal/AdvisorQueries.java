package cn.shiyu.legal;

import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.NextFree;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Advisors with their next free times, in a fixed number of statements. */
@ApplicationScoped
public class AdvisorQueries {

    static final String KIND = "LEGAL_ADVISOR";

    @Inject
    Advisors advisors;

    @Inject
    SlotQueries slots;

    /** @param soonest in the order of next free times; else the nearest first @param after login of the last one of the page before, or null */
    public Uni<Page<AdvisorOffer>> page(City city, AdvisorWish wish, boolean soonest, String after) {
        List<LegalAdvisor> found = advisors.find(city, wish).toList();
        return free(city, found).map(free -> {
            List<AdvisorOffer> offers = found.stream()
                    .map(one -> new AdvisorOffer(
                            advisors.view(city, one, wish.region()),
                            free.containsKey(one.login()) ? free.get(one.login()).slot().start() : null))
                    .sorted(soonest ? Comparator.comparing(
                            AdvisorOffer::next, Comparator.nullsLast(Comparator.naturalOrder())) : (one, other) -> 0)
                    .toList();
            return page(offers, after);
        });
    }

    private static Page<AdvisorOffer> page(List<AdvisorOffer> offers, String after) {
        int from = 1 + offers.stream().map(one -> one.advisor().login()).toList().indexOf(after == null ? "" : after);
        List<AdvisorOffer> shown = offers.stream().skip(from).limit(Advisors.PAGE).toList();
        boolean more = offers.size() > from + Advisors.PAGE;
        return new Page<>(shown, more ? shown.get(Advisors.PAGE - 1).advisor().login() : null);
    }

    private Uni<Map<String, NextFree>> free(City city, List<LegalAdvisor> found) {
        List<ServiceOffer> offered = BookingSettings.of(city).servicesOf(KIND);
        return offered.isEmpty() || found.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : slots.nextFree(city, offered.get(0), found.stream().map(LegalAdvisor::login).toList());
    }
}
