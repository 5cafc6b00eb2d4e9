package cn.shiyu.moralbank.shop;

import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of offers. */
final class Offers {

    /** From the city down to a village. */
    static final int LEVELS = 4;

    private static final String COLUMNS = """
            select o.offer_id, o.merchant_id, m.name, m.address, o.region, o.kind, o.name, o.details, o.points, o.stock, o.per_person,
              o.fetch_days, o.state, o.service, o.bookable_id
            from bank_offer o join bank_merchant m on m.tenant_id = o.tenant_id and m.merchant_id = o.merchant_id
            where o.tenant_id = $1""";
    private static final String FIND = COLUMNS + " and o.offer_id = $2";
    private static final String LOCK = FIND + " for no key update of o";
    private static final String OPEN = COLUMNS + " and o.state = 'OPEN' and m.state = 'ACTIVE'";
    private static final String AFTER = " and (cast($2 as uuid) is null or o.offer_id < cast($2 as uuid))";
    private static final String ALL = OPEN + AFTER + " order by o.offer_id desc limit $3";
    private static final String IN = OPEN + AFTER + " and o.region in ($4, $5, $6, $7) order by o.offer_id desc limit $3";
    private static final String AT = COLUMNS + AFTER + " and o.merchant_id = $4 order by o.offer_id desc limit $3";
    private static final String ADD = """
            insert into bank_offer (tenant_id, offer_id, merchant_id, region, kind, name, details, points, stock, per_person, fetch_days,
              made_by, made_at, service, bookable_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing""";
    private static final String MOVE =
            "update bank_offer set state = $4 where tenant_id = $1 and offer_id = $2 and merchant_id = $3 and state <> $4";
    private static final String STOCK =
            "update bank_offer set stock = $4 where tenant_id = $1 and offer_id = $2 and merchant_id = $3";
    private static final String TAKE = "update bank_offer set stock = stock - 1 where tenant_id = $1 and offer_id = $2 and stock > 0";
    private static final String PUT_BACK = "update bank_offer set stock = stock + 1 where tenant_id = $1 and offer_id = $2";

    private static final String BOOKED_AT =
            "select distinct bookable_id from bank_offer where tenant_id = $1 and merchant_id = $2 and bookable_id is not null";

    private Offers() {}

    /** Whose times a shop's services are booked at. */
    static Uni<List<UUID>> bookedAt(Statements sql, TenantId tenant, UUID merchant) {
        return sql.select(BOOKED_AT, tenant.value(), merchant).map(lines -> lines.stream().map(line -> line.uuid(0)).toList());
    }

    static Uni<Optional<Offer>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(FIND, tenant.value(), id).map(found -> found.map(Offers::offer));
    }

    static Uni<Optional<Offer>> lock(Statements sql, TenantId tenant, UUID id) {
        return sql.first(LOCK, tenant.value(), id).map(found -> found.map(Offers::offer));
    }

    /** What can be ordered anywhere. */
    static Uni<Page<Offer>> all(Statements sql, TenantId tenant, String after) {
        return sql.select(ALL, tenant.value(), Cursor.id(after), Cursor.SIZE + 1).map(Offers::page);
    }

    /** What can be ordered by who lives there. @param path codes of their division and all above it */
    static Uni<Page<Offer>> in(Statements sql, TenantId tenant, List<String> path, String after) {
        Object[] arguments = new Object[3 + LEVELS];
        arguments[0] = tenant.value();
        arguments[1] = Cursor.id(after);
        arguments[2] = Cursor.SIZE + 1;
        for (int i = 0; i < LEVELS; i++) {
            arguments[3 + i] = path.get(Math.min(i, path.size() - 1));
        }
        return sql.select(IN, arguments).map(Offers::page);
    }

    /** All of a shop's, for the clerk. */
    static Uni<Page<Offer>> at(Statements sql, TenantId tenant, UUID merchant, String after) {
        return sql.select(AT, tenant.value(), Cursor.id(after), Cursor.SIZE + 1, merchant).map(Offers::page);
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, UUID id, UUID merchant, OfferDraft it, String by, Instant at) {
        return sql.update(
                ADD, tenant.value(), id, merchant, it.region(), it.kind().name(), it.name(), it.details(), it.points(), it.stock(),
                it.perPerson(), it.days(), by, at, it.visit() == null ? null : it.visit().service(),
                it.visit() == null ? null : it.visit().bookable());
    }

    static Uni<Integer> move(Statements sql, TenantId tenant, UUID id, UUID merchant, OfferState to) {
        return sql.update(MOVE, tenant.value(), id, merchant, to.name());
    }

    static Uni<Integer> stock(Statements sql, TenantId tenant, UUID id, UUID merchant, int stock) {
        return sql.update(STOCK, tenant.value(), id, merchant, stock);
    }

    /** @return 0 when nothing is left */
    static Uni<Integer> take(Statements sql, TenantId tenant, UUID id) {
        return sql.update(TAKE, tenant.value(), id);
    }

    static Uni<Integer> putBack(Statements sql, TenantId tenant, UUID id) {
        return sql.update(PUT_BACK, tenant.value(), id);
    }

    private static Page<Offer> page(List<Line> lines) {
        return Cursor.page(lines.stream().map(Offers::offer).toList(), Offer::id);
    }

    private static Offer offer(Line line) {
        return new Offer(
                line.uuid(0), line.uuid(1), line.text(2), line.text(3), line.text(4), OfferKind.valueOf(line.text(5)), line.text(6),
                line.text(7), line.bigNumber(8), line.number(9), line.number(10), line.number(11), OfferState.valueOf(line.text(12)),
                visit(line, 13));
    }

    /** @param column of the service, the bookable's id behind it */
    static Visit visit(Line line, int column) {
        return line.missing(column) ? null : new Visit(line.text(column), line.uuid(column + 1));
    }
}
