package cn.shiyu.booking;

import cn.shiyu.clock.Calendars;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Free times, for anybody to see. */
@ApplicationScoped
public class SlotQueries {

    private static final int PAGE = 20;
    private static final int MOST_OF_A_KIND = 200;

    @Inject
    TenantSql sql;

    @Inject
    Agendas agendas;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /** @throws Refusal 404 when there is no such bookable, or nobody may book it any more */
    public Uni<Bookable> bookable(City city, UUID id) {
        return sql.inTx(city.id(), connection -> Bookables.find(Statements.on(connection), city.id(), id)
                .map(found -> found.filter(Bookable::active).orElseThrow(Refusal::notFound)));
    }

    /** Also one that nobody may book at the moment. @throws Refusal 404 when there is no such bookable */
    public Uni<Bookable> known(City city, UUID id) {
        return sql.inTx(city.id(), connection -> Bookables.find(Statements.on(connection), city.id(), id)
                .map(found -> found.orElseThrow(Refusal::notFound)));
    }

    /** Of one code, as tenant files and other capabilities name it. */
    public Uni<Optional<Bookable>> bookable(City city, String code) {
        return sql.inTx(city.id(), connection -> Bookables.find(Statements.on(connection), city.id(), code));
    }

    /** Free times of one bookable on these days (dates of the city), in order. */
    public Uni<List<Slot>> free(City city, UUID bookable, ServiceOffer service, LocalDate from, LocalDate to) {
        Instant now = clock.instant();
        return bookable(city, bookable)
                .chain(one -> look(city, List.of(one), service, now))
                .map(agendas -> agendas.get(0).free(service, from, to, now).toList());
    }

    /** Each bookable of the service's kind with its next free time; in a fixed number of statements. @param after cursor, or null */
    public Uni<Page<NextFree>> nextFree(City city, ServiceOffer service, String after) {
        Instant now = clock.instant();
        return sql.inTx(city.id(), connection -> Bookables.ofKind(
                        Statements.on(connection), city.id(), service.kind(), cursor(after), PAGE + 1))
                .chain(found -> look(city, found.stream().limit(PAGE).toList(), service, now)
                        .map(shown -> new Page<>(
                                shown.stream().map(agenda -> next(agenda, service, now)).toList(),
                                found.size() > PAGE ? found.get(PAGE - 1).id().toString() : null)));
    }

    /** The next free time of each of these members of staff; who has none within the horizon, or cannot be booked, is left out. */
    public Uni<Map<String, NextFree>> nextFree(City city, ServiceOffer service, Collection<String> logins) {
        Instant now = clock.instant();
        return sql.inTx(city.id(), connection -> Bookables.ofLogins(
                        Statements.on(connection), city.id(), service.kind(), logins.toArray(String[]::new)))
                .chain(found -> look(city, found, service, now))
                .map(agendas -> agendas.stream()
                        .map(agenda -> next(agenda, service, now))
                        .filter(free -> free.slot() != null)
                        .collect(Collectors.toMap(
                                free -> free.bookable().login(), Function.identity(), SlotQueries::sooner)));
    }

    private static NextFree sooner(NextFree one, NextFree other) {
        return other.slot().start().isBefore(one.slot().start()) ? other : one;
    }

    /** All of these kinds that can be booked, for who chooses one at a desk; the first two hundred of each. */
    public Uni<List<Bookable>> ofKinds(City city, Collection<String> kinds) {
        return sql.inTx(city.id(), connection -> Multi.createFrom()
                .iterable(kinds)
                .onItem()
                .transformToUniAndConcatenate(
                        kind -> Bookables.ofKind(Statements.on(connection), city.id(), kind, null, MOST_OF_A_KIND))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(List::stream).toList()));
    }

    /** What of this kind can be booked of a member of staff, in the order of codes. */
    public Uni<List<Bookable>> bookables(City city, String kind, String login) {
        return sql.inTx(city.id(), connection -> Bookables.ofLogins(
                Statements.on(connection), city.id(), kind, new String[] {login}));
    }

    private Uni<List<Agenda>> look(City city, List<Bookable> bookables, ServiceOffer service, Instant now) {
        Instant until = now.plus(Duration.ofDays(service.horizonDays() + 1L));
        return sql.inTx(city.id(), connection -> agendas.look(connection, city, new ArrayList<>(bookables), now, until));
    }

    private NextFree next(Agenda agenda, ServiceOffer service, Instant now) {
        LocalDate today = agenda.rota().calendar().date(now);
        return new NextFree(
                agenda.bookable(),
                agenda.free(service, today, today.plusDays(service.horizonDays()), now).findFirst().orElse(null));
    }

    /** Today in the city. */
    public LocalDate today(City city) {
        return calendars.of(city).date(clock.instant());
    }

    private static UUID cursor(String after) {
        try {
            return after == null || after.isBlank() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
