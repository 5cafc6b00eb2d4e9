package cn.shiyu.moralbank.shop;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.moralbank.till.Merchant;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.moralbank.till.MerchantState;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A member orders, shows a code to fetch it with, or cancels. Rows are locked in one order everywhere: the member, the order, the
 * bookable of its service, the offer, the books.
 */
@ApplicationScoped
public class OrderFlow {

    private static final int ORDERS_AN_HOUR = 60;
    private static final int CODES_AN_HOUR = 120;
    private static final int TIMES_AN_HOUR = 60;
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    @Inject
    MemberQueries members;

    @Inject
    MerchantQueries merchants;

    @Inject
    Ledger ledger;

    @Inject
    Idempotency idempotency;

    @Inject
    RateLimiter limiter;

    @Inject
    FetchCodes codes;

    @Inject
    OrderTimes times;

    @Inject
    OrderBook book;

    /**
     * Puts the points aside and one of the stock with them.
     *
     * @param key made by the page before it asked; a repeat answers with the first's order
     * @throws Refusal 404; 409 {@code not-a-member}, {@code sold-out}, {@code limit-reached}, {@code not-for-you},
     *     {@code not-enough-points}, {@code idempotency-key-reused}; 429
     */
    public Uni<Ordered> place(Caller resident, IdempotencyKey key, UUID offer) {
        TenantId tenant = resident.tenant();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        byte[] body = IdempotencyKey.digest("bank-order", offer.toString());
        return limiter.admit(tenant, "bank-order", resident.id(), ORDERS_AN_HOUR, HOUR)
                .chain(() -> sql.inTx(tenant, connection -> idempotency.onceAs(
                        connection, resident, key, body, id.toString(),
                        () -> place(connection, resident, id, offer).map(order -> new Ordered(order, false)),
                        earlier -> find(connection, tenant, UUID.fromString(earlier)).map(order -> new Ordered(order, true)))));
    }

    private Uni<Order> place(SqlConnection connection, Caller resident, UUID id, UUID wanted) {
        TenantId tenant = resident.tenant();
        Statements on = Statements.on(connection);
        return members.lock(connection, tenant, UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow(MemberRefusals::notMember))
                .chain(member -> Offers.lock(on, tenant, wanted)
                        .map(found -> found.orElseThrow(Refusal::notFound))
                        .chain(offer -> merchants.of(connection, tenant, offer.merchant())
                                .invoke(shop -> check(tenant, member, offer, shop.orElseThrow()))
                                .chain(shop -> Orders.taken(on, tenant, member.account(), offer.id())
                                        .invoke(taken -> limited(offer, taken))
                                        .chain(() -> put(connection, resident, id, member, offer, shop.orElseThrow())))));
    }

    private void check(TenantId tenant, Member member, Offer offer, Merchant shop) {
        if (!regions.of(cities.byId(tenant)).isWithin(member.region(), offer.region())) {
            throw ShopRefusals.conflict("not-for-you", "elsewhere");
        }
        if (!offer.available() || shop.state() != MerchantState.ACTIVE) {
            throw ShopRefusals.conflict("sold-out", "soldOut");
        }
    }

    private static void limited(Offer offer, long taken) {
        if (taken >= offer.perPerson()) {
            throw ShopRefusals.conflict("limit-reached", "limit", offer.perPerson());
        }
    }

    private Uni<Order> put(SqlConnection connection, Caller resident, UUID id, Member member, Offer offer, Merchant shop) {
        TenantId tenant = resident.tenant();
        Statements on = Statements.on(connection);
        Instant now = book.now();
        Instant until = now.plus(Duration.ofDays(offer.days()));
        return Offers.take(on, tenant, offer.id())
                .chain(() -> ledger.hold(
                        connection, resident, "order:" + id, member.account(), shop.account(), offer.points(), until, OrderBook.REASON,
                        OrderBook.source(id)))
                .chain(held -> Orders.add(on, tenant, id, offer, member.account(), held.hold(), now, until))
                .chain(() -> book.placed(connection, resident, id, offer, now))
                .chain(() -> find(connection, tenant, id));
    }

    /** A new code; the one before is worth nothing from now on. @throws Refusal 404; 409 {@code order-ended}; 429 */
    public Uni<FetchCode> code(Caller resident, UUID id) {
        TenantId tenant = resident.tenant();
        String drawn = codes.draw();
        Instant now = book.now();
        Instant until = now.plus(FetchCodes.LASTS);
        return limiter.admit(tenant, "bank-order-code", resident.id(), CODES_AN_HOUR, HOUR)
                .chain(() -> sql.inTx(tenant, connection -> own(connection, resident, id)
                        .invoke(order -> next(OrderAction.FETCH, order))
                        .chain(order -> Orders.code(Statements.on(connection), tenant, order, codes.digest(tenant, drawn), now, until)
                                .replaceWith(new FetchCode(order, drawn, until)))));
    }

    /**
     * Chooses when a service is had, or another time for it.
     *
     * @param start a free time's beginning
     * @throws Refusal 404; 409 {@code order-ended}; 422 {@code start}; as {@link SubjectFlow#book}; 429
     */
    public Uni<Order> choose(Caller resident, UUID id, Instant start) {
        TenantId tenant = resident.tenant();
        return limiter.admit(tenant, "bank-order-time", resident.id(), TIMES_AN_HOUR, HOUR)
                .chain(() -> sql.inTx(tenant, connection -> own(connection, resident, id)
                        .invoke(order -> next(OrderAction.FETCH, order))
                        .chain(order -> times.choose(connection, resident, order, start))));
    }

    /** Points and stock go back; cancelled twice is cancelled. @throws Refusal 404; 409 {@code order-ended} */
    public Uni<Ordered> cancel(Caller resident, UUID id) {
        return sql.inTx(resident.tenant(), connection -> own(connection, resident, id).chain(order -> {
            if (order.state() == OrderState.CANCELLED) {
                return Uni.createFrom().item(new Ordered(order, true));
            }
            OrderState to = next(OrderAction.CANCEL, order);
            return end(connection, resident, order, to)
                    .chain(() -> ledger.release(connection, resident, "order-cancel:" + id, order.hold()))
                    .chain(() -> find(connection, resident.tenant(), id))
                    .map(after -> new Ordered(after, false));
        }));
    }

    /** Without the points: who calls lets those go. */
    Uni<Void> end(SqlConnection connection, Caller by, Order order, OrderState to) {
        Statements on = Statements.on(connection);
        Instant now = book.now();
        return Orders.ended(on, by.tenant(), order.id(), to, now)
                .chain(() -> times.giveBack(connection, by, order))
                .chain(() -> Offers.putBack(on, by.tenant(), order.offer()))
                .chain(() -> book.moved(connection, by, order, to, now));
    }

    static OrderState next(OrderAction action, Order order) {
        return OrderTransitions.after(action, order.state())
                .orElseThrow(() -> ShopRefusals.conflict("order-ended", "ended." + order.state()));
    }

    private Uni<Order> own(SqlConnection connection, Caller resident, UUID id) {
        return members.lock(connection, resident.tenant(), UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(member -> Orders.lock(Statements.on(connection), resident.tenant(), id)
                        .map(found -> found.filter(order -> order.account().equals(member.account())).orElseThrow(Refusal::notFound)));
    }

    private static Uni<Order> find(SqlConnection connection, TenantId tenant, UUID id) {
        return Orders.find(Statements.on(connection), tenant, id).map(found -> found.orElseThrow(Refusal::notFound));
    }
}
