package cn.shiyu.moralbank.shop;

import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of orders. */
final class Orders {

    private static final String COLUMNS = """
            select d.order_id, d.offer_id, o.name, d.merchant_id, m.name, m.address, d.account_id, d.points, d.state, d.hold_id, d.placed_at,
              d.until, d.fetched_at, d.transfer_id, d.ended_at, o.service, o.bookable_id
            from bank_order d join bank_offer o on o.tenant_id = d.tenant_id and o.offer_id = d.offer_id
            join bank_merchant m on m.tenant_id = d.tenant_id and m.merchant_id = d.merchant_id
            where d.tenant_id = $1""";
    private static final String FIND = COLUMNS + " and d.order_id = $2";
    private static final String ALL = COLUMNS + " and d.merchant_id = $2 and d.order_id = any($3)";
    private static final String LOCKED = " for no key update of d";
    private static final String OF_HOLD = COLUMNS + " and d.hold_id = $2" + LOCKED;
    private static final String OF_CODE = COLUMNS + " and d.merchant_id = $2 and d.digest = $3 and d.digest_until > $4" + LOCKED;
    private static final String PLACED_BY = COLUMNS + " and d.account_id = $2 and d.state = 'PLACED' order by d.offer_id" + LOCKED;
    private static final String BEFORE = " and (cast($3 as uuid) is null or d.order_id < cast($3 as uuid)) order by d.order_id desc limit $4";
    private static final String BY = COLUMNS + " and d.account_id = $2" + BEFORE;
    private static final String AT = COLUMNS + " and d.merchant_id = $2" + BEFORE;
    private static final String TAKEN = """
            select count(*) from bank_order where tenant_id = $1 and account_id = $2 and offer_id = $3 and state in ('PLACED', 'FETCHED')""";
    private static final String ADD = """
            insert into bank_order (tenant_id, order_id, offer_id, merchant_id, account_id, points, hold_id, placed_at, until)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";
    // Codes that ran out make room for new ones.
    private static final String STALE = """
            update bank_order set digest = null, digest_until = null
            where tenant_id = $1 and merchant_id = $2 and digest = $3 and digest_until <= $4""";
    private static final String CODE =
            "update bank_order set digest = $3, digest_until = $4 where tenant_id = $1 and order_id = $2 and state = 'PLACED'";
    private static final String FETCHED = """
            update bank_order set state = 'FETCHED', fetched_at = $3, transfer_id = $4, digest = null, digest_until = null
            where tenant_id = $1 and order_id = $2""";
    private static final String ENDED = """
            update bank_order set state = $3, ended_at = $4, digest = null, digest_until = null where tenant_id = $1 and order_id = $2""";

    private Orders() {}

    static Uni<Optional<Order>> find(Statements sql, TenantId tenant, UUID id) {
        return first(sql, FIND, tenant.value(), id);
    }

    static Uni<List<Order>> all(Statements sql, TenantId tenant, UUID merchant, Collection<UUID> ids) {
        return sql.select(ALL, tenant.value(), merchant, ids.toArray(UUID[]::new)).map(lines -> lines.stream().map(Orders::order).toList());
    }

    static Uni<Optional<Order>> lock(Statements sql, TenantId tenant, UUID id) {
        return first(sql, FIND + LOCKED, tenant.value(), id);
    }

    static Uni<Optional<Order>> ofHold(Statements sql, TenantId tenant, UUID hold) {
        return first(sql, OF_HOLD, tenant.value(), hold);
    }

    static Uni<Optional<Order>> ofCode(Statements sql, TenantId tenant, UUID merchant, byte[] digest, Instant now) {
        return first(sql, OF_CODE, tenant.value(), merchant, digest, now);
    }

    /** Those not fetched yet, locked. */
    static Uni<List<Order>> placedBy(Statements sql, TenantId tenant, UUID account) {
        return sql.select(PLACED_BY, tenant.value(), account).map(lines -> lines.stream().map(Orders::order).toList());
    }

    /** Newest first. */
    static Uni<Page<Order>> by(Statements sql, TenantId tenant, UUID account, String after) {
        return page(sql, BY, tenant, account, after);
    }

    static Uni<Page<Order>> at(Statements sql, TenantId tenant, UUID merchant, String after) {
        return page(sql, AT, tenant, merchant, after);
    }

    static Uni<Long> taken(Statements sql, TenantId tenant, UUID account, UUID offer) {
        return sql.first(TAKEN, tenant.value(), account, offer).map(line -> line.orElseThrow().bigNumber(0));
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, UUID id, Offer offer, UUID account, UUID hold, Instant at, Instant until) {
        return sql.update(ADD, tenant.value(), id, offer.id(), offer.merchant(), account, offer.points(), hold, at, until);
    }

    static Uni<Integer> code(Statements sql, TenantId tenant, Order order, byte[] digest, Instant now, Instant until) {
        return sql.update(STALE, tenant.value(), order.merchant(), digest, now)
                .chain(() -> sql.update(CODE, tenant.value(), order.id(), digest, until));
    }

    static Uni<Integer> fetched(Statements sql, TenantId tenant, UUID id, Instant at, UUID transfer) {
        return sql.update(FETCHED, tenant.value(), id, at, transfer);
    }

    static Uni<Integer> ended(Statements sql, TenantId tenant, UUID id, OrderState state, Instant at) {
        return sql.update(ENDED, tenant.value(), id, state.name(), at);
    }

    private static Uni<Page<Order>> page(Statements sql, String query, TenantId tenant, UUID whose, String after) {
        return sql.select(query, tenant.value(), whose, Cursor.id(after), Cursor.SIZE + 1)
                .map(lines -> Cursor.page(lines.stream().map(Orders::order).toList(), Order::id));
    }

    private static Uni<Optional<Order>> first(Statements sql, String query, Object... arguments) {
        return sql.first(query, arguments).map(found -> found.map(Orders::order));
    }

    private static Order order(Line line) {
        return new Order(
                line.uuid(0), line.uuid(1), line.text(2), line.uuid(3), line.text(4), line.text(5), line.uuid(6), line.bigNumber(7),
                OrderState.valueOf(line.text(8)), line.uuid(9), line.instant(10), line.instant(11),
                line.missing(12) ? null : line.instant(12), line.uuid(13), line.missing(14) ? null : line.instant(14),
                Offers.visit(line, 15), null);
    }
}
