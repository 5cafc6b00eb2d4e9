package cn.shiyu.moralbank.shop;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.moralbank.till.TillSettings;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The shop's side of an order: it is given out against the member's code, and given back for within days. */
@ApplicationScoped
public class CounterFlow {

    private static final int CODES = 60;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    MerchantQueries merchants;

    @Inject
    MemberQueries members;

    @Inject
    Ledger ledger;

    @Inject
    RateLimiter limiter;

    @Inject
    FetchCodes codes;

    @Inject
    OrderTimes times;

    @Inject
    OrderBook book;

    /**
     * Gives out what was ordered; its points are the shop's from then on.
     *
     * @param code eight digits, as read or typed
     * @throws Refusal 404 for who stands at no till; 422 {@code code}; 409 {@code own-order}; 429
     */
    public Uni<Order> fetch(Caller seller, String code) {
        TenantId tenant = seller.tenant();
        return limiter.admit(tenant, "bank-order-fetch", seller.id(), CODES, WINDOW)
                .chain(() -> sql.inTx(tenant, connection -> shop(connection, seller)
                        .chain(shop -> Orders.ofCode(
                                Statements.on(connection), tenant, shop.id(), codes.digest(tenant, code), book.now()))
                        .map(found -> found.orElseThrow(() -> ShopRefusals.field("code", "code")))
                        .chain(order -> members.holding(connection, tenant, order.account())
                                .invoke(owner -> owner.filter(one -> one.resident().toString().equals(seller.id()))
                                        .ifPresent(self -> {
                                            throw ShopRefusals.conflict("own-order", "ownOrder");
                                        }))
                                .chain(() -> fetch(connection, seller, order)))));
    }

    private Uni<Order> fetch(SqlConnection connection, Caller seller, Order order) {
        OrderState to = OrderFlow.next(OrderAction.FETCH, order);
        Statements on = Statements.on(connection);
        Instant now = book.now();
        return times.served(connection, seller, order)
                .chain(() -> ledger.capture(connection, seller, "order-fetch:" + order.id(), order.hold(), order.points()))
                .chain(receipt -> Orders.fetched(on, seller.tenant(), order.id(), now, receipt.transfer()))
                .chain(() -> book.moved(connection, seller, order, to, now))
                .chain(() -> after(on, seller.tenant(), order.id()));
    }

    /**
     * Whoever booked a time did not come. The order stays: another time can be chosen until it lapses.
     *
     * @throws Refusal 404; 409 {@code order-ended}, {@code too-early}, {@code wrong-state}
     */
    public Uni<Void> missed(Caller seller, UUID id) {
        return sql.inTx(seller.tenant(), connection -> atShop(connection, seller, id)
                .invoke(order -> OrderFlow.next(OrderAction.FETCH, order))
                .chain(order -> times.missed(connection, seller, order)));
    }

    private Uni<Order> atShop(SqlConnection connection, Caller seller, UUID id) {
        return shop(connection, seller).chain(shop -> Orders.lock(Statements.on(connection), seller.tenant(), id)
                .map(found -> found.filter(one -> one.merchant().equals(shop.id())).orElseThrow(Refusal::notFound)));
    }

    /** Gives all points back, once. @throws Refusal 404; 409 {@code order-ended}; 410 {@code too-late} after the city's days */
    public Uni<Ordered> refund(Caller seller, UUID id) {
        return sql.inTx(seller.tenant(), connection -> atShop(connection, seller, id)
                .chain(order -> order.state() == OrderState.REFUNDED
                        ? Uni.createFrom().item(new Ordered(order, true))
                        : refund(connection, seller, order).map(after -> new Ordered(after, false))));
    }

    private Uni<Order> refund(SqlConnection connection, Caller seller, Order order) {
        OrderState to = OrderFlow.next(OrderAction.REFUND, order);
        Statements on = Statements.on(connection);
        Instant now = book.now();
        long days = TillSettings.of(cities.byId(seller.tenant())).refundDays();
        if (order.fetchedAt().plus(Duration.ofDays(days)).isBefore(now)) {
            throw new Refusal(410, "too-late", Messages.get("catalogue.refusal.refundTooLate", days));
        }
        return ledger.reverse(
                        connection, seller, "order-refund:" + order.id(), order.transfer(), OrderBook.REASON, OrderBook.source(order.id()))
                .chain(() -> Orders.ended(on, seller.tenant(), order.id(), to, now))
                .chain(() -> book.moved(connection, seller, order, to, now))
                .chain(() -> after(on, seller.tenant(), order.id()));
    }

    private Uni<Merchant> shop(SqlConnection connection, Caller seller) {
        return merchants.ofResident(connection, seller.tenant(), UUID.fromString(seller.id()))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    private static Uni<Order> after(Statements on, TenantId tenant, UUID id) {
        return Orders.find(on, tenant, id).map(found -> found.orElseThrow());
    }
}
