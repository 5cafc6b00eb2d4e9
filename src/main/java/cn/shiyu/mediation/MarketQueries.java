package cn.shiyu.mediation;

import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.NextFree;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Times;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** 专家超市: a city's mediators with their records and next free times, in a fixed number of statements. */
@ApplicationScoped
public class MarketQueries {

    public static final int PAGE = 12;

    @Inject
    TenantSql sql;

    @Inject
    SlotQueries slots;

    @Inject
    Clock clock;

    /** @param after login of the last one of the page before, or null */
    public Uni<Page<MediatorCard>> page(City city, MediatorWish wish, String after) {
        MediationSettings settings = MediationSettings.of(city);
        List<Mediator> found = settings.mediators().stream().filter(one -> fits(settings, one, wish)).toList();
        return cards(city, found).map(cards -> {
            List<MediatorCard> sorted = cards.stream().sorted(order(wish.sort())).toList();
            int from = 1 + sorted.stream().map(MediatorCard::login).toList().indexOf(after == null ? "" : after);
            List<MediatorCard> shown = sorted.stream().skip(from).limit(PAGE).toList();
            return new Page<>(shown, sorted.size() > from + PAGE ? shown.get(PAGE - 1).login() : null);
        });
    }

    /** @throws Refusal 404 for who is none */
    public Uni<MediatorCard> one(City city, String login) {
        return these(city, List.of(login)).map(cards -> cards.stream().findFirst().orElseThrow(Refusal::notFound));
    }

    /** In the order asked for; who is none is left out. */
    public Uni<List<MediatorCard>> these(City city, Collection<String> logins) {
        MediationSettings settings = MediationSettings.of(city);
        return cards(city, logins.stream().distinct().flatMap(login -> settings.mediator(login).stream()).toList());
    }

    private Uni<List<MediatorCard>> cards(City city, List<Mediator> mediators) {
        if (mediators.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<String> logins = mediators.stream().map(Mediator::login).toList();
        return records(city, logins).chain(records -> free(city, logins).map(free -> mediators.stream()
                .map(one -> card(city, one, records.getOrDefault(one.login(), MediatorRecord.NONE), free.get(one.login())))
                .toList()));
    }

    private Uni<Map<String, MediatorRecord>> records(City city, List<String> logins) {
        return sql.inTx(city.id(), connection -> MediatorRecords.of(Statements.on(connection), city.id(), logins));
    }

    private Uni<Map<String, NextFree>> free(City city, List<String> logins) {
        Optional<ServiceOffer> service = BookingSettings.of(city).service(MediationSettings.of(city).session());
        return service.isEmpty() ? Uni.createFrom().item(Map.of()) : slots.nextFree(city, service.get(), logins);
    }

    private MediatorCard card(City city, Mediator one, MediatorRecord record, NextFree free) {
        MediationSettings settings = MediationSettings.of(city);
        MediationBody body = settings.body(one);
        Instant next = free == null ? null : free.slot().start();
        int thisYear = clock.instant().atZone(Times.ZONE).getYear();
        return new MediatorCard(
                one.login(), one.name(), body.kind(), body.name(), settings.levelName(one.level()), thisYear - one.since() + 1,
                one.shelves().stream().map(settings::shelfName).toList(),
                one.languages().stream().map(settings::languageName).toList(), one.words(), record, next);
    }

    private static boolean fits(MediationSettings settings, Mediator one, MediatorWish wish) {
        return (wish.shelf() == null || one.shelves().contains(wish.shelf()))
                && (wish.kind() == null || settings.body(one).kind().name().equals(wish.kind()))
                && (wish.level() == null || one.level().equals(wish.level()))
                && (wish.language() == null || one.languages().contains(wish.language()))
                && (wish.words() == null || said(settings, one).anyMatch(text -> text.contains(wish.words())));
    }

    private static Stream<String> said(MediationSettings settings, Mediator one) {
        return Stream.concat(
                Stream.of(one.name(), settings.body(one).name(), one.words() == null ? "" : one.words()),
                one.shelves().stream().map(settings::shelfName));
    }

    /** Equal ones stay in the tenant file's order. */
    private static Comparator<MediatorCard> order(MediatorWish.Sort sort) {
        return switch (sort) {
            case RECORD -> Comparator.comparing(
                            (MediatorCard card) -> card.record().success() == null ? -1 : card.record().success())
                    .thenComparing(card -> card.record().agreed())
                    .reversed();
            case STARS -> Comparator.comparing((MediatorCard card) -> card.record().average()).reversed();
            case SOONEST -> Comparator.comparing(
                    MediatorCard::nextSlot, Comparator.nullsLast(Comparator.naturalOrder()));
            case YEARS -> Comparator.comparing(MediatorCard::years).reversed();
        };
    }
}
