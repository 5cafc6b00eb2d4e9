package cn.shiyu.booking;

import cn.shiyu.clock.Calendars;
import cn.shiyu.clock.WorkCalendar;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings agendas: one under its lock to change it, or many as they are, to look at them. */
@ApplicationScoped
class Agendas {

    /** What began since then may still be going on. */
    private static final Duration STILL_ON = Duration.ofHours(24);

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    /** @throws Refusal 404 when there is no such bookable in this city */
    Uni<OpenAgenda> open(SqlConnection connection, Caller caller, UUID bookable, Instant now) {
        Statements sql = Statements.on(connection);
        TenantId tenant = caller.tenant();
        City city = cities.byId(tenant);
        WorkCalendar calendar = calendars.of(city);
        // The lock first, in its own statement: what is read after it is as the one before left it.
        return Bookables.lock(sql, tenant, bookable)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(locked -> Uni.combine()
                        .all()
                        .unis(
                                Rotas.weeks(sql, tenant, bookable),
                                Rotas.exceptions(sql, tenant, calendar.date(now), bookable),
                                Bookings.standing(sql, tenant, bookable, now.minus(STILL_ON)),
                                WaitList.waiting(sql, tenant, bookable))
                        .asTuple()
                        .map(read -> new OpenAgenda(
                                connection,
                                caller,
                                BookingSettings.of(city),
                                new Agenda(
                                        locked,
                                        rota(city, read.getItem1(), read.getItem2(), bookable),
                                        read.getItem3().stream()
                                                .map(one -> new Taken(one.id(), one.lane(), one.span()))
                                                .toList()),
                                read.getItem3(),
                                read.getItem4(),
                                now)));
    }

    /** In three statements, however many they are. @param until how far ahead what is taken matters */
    Uni<List<Agenda>> look(SqlConnection connection, City city, List<Bookable> bookables, Instant now, Instant until) {
        if (bookables.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Statements sql = Statements.on(connection);
        UUID[] ids = bookables.stream().map(Bookable::id).toArray(UUID[]::new);
        return Uni.combine()
                .all()
                .unis(
                        Rotas.weeks(sql, city.id(), ids),
                        Rotas.exceptions(sql, city.id(), calendars.of(city).date(now), ids),
                        Bookings.taken(sql, city.id(), ids, now.minus(STILL_ON), until, now))
                .asTuple()
                .map(read -> {
                    Map<UUID, List<Taken>> taken = byBookable(read.getItem3());
                    return bookables.stream()
                            .map(one -> new Agenda(
                                    one,
                                    rota(city, read.getItem1(), read.getItem2(), one.id()),
                                    taken.getOrDefault(one.id(), List.of())))
                            .toList();
                });
    }

    private Rota rota(
            City city, Map<UUID, List<RotaPattern>> weeks, Map<UUID, List<RotaException>> exceptions, UUID bookable) {
        return new Rota(
                weeks.getOrDefault(bookable, List.of()),
                exceptions.getOrDefault(bookable, List.of()),
                calendars.of(city),
                BookingSettings.of(city).makeUpDaysAs());
    }

    private static Map<UUID, List<Taken>> byBookable(List<Line> lines) {
        Map<UUID, List<Taken>> taken = new HashMap<>();
        lines.forEach(line -> taken.computeIfAbsent(line.uuid(0), ignored -> new ArrayList<>())
                .add(new Taken(line.uuid(1), line.number(2), new Span(line.instant(3), line.instant(4)))));
        return taken;
    }
}
