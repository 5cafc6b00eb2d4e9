package cn.shiyu.moralbank.shop;

import cn.shiyu.booking.SubjectBooking;
import cn.shiyu.booking.SubjectQueries;
import cn.shiyu.clock.Calendars;
import cn.shiyu.clock.WorkCalendar;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads orders: a member's own, a shop's by who stands at its till. */
@ApplicationScoped
public class OrderQueries {

    @Inject
    TenantSql sql;

    @Inject
    MemberQueries members;

    @Inject
    MerchantQueries merchants;

    @Inject
    OrderTimes times;

    @Inject
    SubjectQueries booked;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /** Newest first. @throws Refusal 409 {@code not-a-member} */
    public Uni<Page<Order>> own(Caller resident, String after) {
        return sql.inTx(resident.tenant(), connection -> member(connection, resident)
                .chain(member -> Orders.by(Statements.on(connection), resident.tenant(), member.account(), after))
                .chain(page -> times.with(connection, resident.tenant(), page)));
    }

    /** @throws Refusal 404 for anybody else's */
    public Uni<Order> one(Caller resident, UUID id) {
        return sql.inTx(resident.tenant(), connection -> members
                .of(connection, resident.tenant(), UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(member -> Orders.find(Statements.on(connection), resident.tenant(), id)
                        .map(found -> found.filter(one -> one.account().equals(member.account())).orElseThrow(Refusal::notFound)))
                .chain(order -> times.with(connection, resident.tenant(), order)));
    }

    /** Newest first. @throws Refusal 404 for who stands at no till */
    public Uni<Page<Order>> ofShop(Caller seller, String after) {
        return sql.inTx(seller.tenant(), connection -> merchants
                .ofResident(connection, seller.tenant(), UUID.fromString(seller.id()))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(shop -> Orders.at(Statements.on(connection), seller.tenant(), shop.id(), after))
                .chain(page -> times.with(connection, seller.tenant(), page)));
    }

    /** Who comes when, from the beginning of today: those not given out yet, in the order of time, at most fifty. @throws Refusal 404 */
    public Uni<List<Order>> coming(Caller seller) {
        TenantId tenant = seller.tenant();
        return sql.inTx(tenant, connection -> merchants
                .ofResident(connection, tenant, UUID.fromString(seller.id()))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(shop -> Offers.bookedAt(Statements.on(connection), tenant, shop.id())
                        .chain(at -> booked.coming(connection, tenant, Visit.SUBJECT, at, startOfToday(tenant)))
                        .chain(all -> coming(Statements.on(connection), tenant, shop.id(), all))));
    }

    private static Uni<List<Order>> coming(Statements on, TenantId tenant, UUID shop, List<SubjectBooking> booked) {
        return Orders.all(on, tenant, shop, booked.stream().map(SubjectBooking::subject).toList()).map(orders -> {
            Map<UUID, Order> byId = orders.stream().collect(Collectors.toMap(Order::id, Function.identity()));
            return booked.stream()
                    .filter(time -> byId.containsKey(time.subject()))
                    .map(time -> byId.get(time.subject()).at(time))
                    .filter(order -> order.state() == OrderState.PLACED)
                    .toList();
        });
    }

    private Instant startOfToday(TenantId tenant) {
        WorkCalendar calendar = calendars.of(cities.byId(tenant));
        return calendar.date(clock.instant()).atStartOfDay(calendar.zone()).toInstant();
    }

    private Uni<Member> member(SqlConnection connection, Caller resident) {
        return members.of(connection, resident.tenant(), UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow(MemberRefusals::notMember));
    }
}
