package cn.shiyu.moralbank.till;

import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of payments. */
final class Charges {

    static final int SIZE = 20;

    private static final String COLUMNS = """
            select c.charge_id, c.merchant_id, m.name, c.account_id, c.points, c.state, c.hold_id, c.authorised_at, c.until, c.captured_at,
              c.transfer_id, c.ended_at
            from bank_charge c join bank_merchant m on m.tenant_id = c.tenant_id and m.merchant_id = c.merchant_id
            where c.tenant_id = $1""";
    private static final String FIND = COLUMNS + " and c.charge_id = $2";
    private static final String LOCK = FIND + " for no key update of c";
    private static final String OF_HOLD = COLUMNS + " and c.hold_id = $2 for no key update of c";
    private static final String BEFORE = " and (cast($3 as uuid) is null or c.charge_id < cast($3 as uuid)) order by c.charge_id desc limit $4";
    private static final String AT = COLUMNS + " and c.merchant_id = $2" + BEFORE;
    private static final String BY = COLUMNS + " and c.account_id = $2" + BEFORE;
    private static final String ADD = """
            insert into bank_charge (tenant_id, charge_id, merchant_id, account_id, points, hold_id, authorised_at, until)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String CAPTURED = """
            update bank_charge set state = 'CAPTURED', captured_at = $3, transfer_id = $4 where tenant_id = $1 and charge_id = $2""";
    private static final String ENDED = "update bank_charge set state = $3, ended_at = $4 where tenant_id = $1 and charge_id = $2";

    private static final String VOID_OPEN = """
            update bank_charge set state = 'VOIDED', ended_at = $3 where tenant_id = $1 and account_id = $2 and state = 'AUTHORISED'""";

    private Charges() {}

    static Uni<Optional<Charge>> find(Statements sql, TenantId tenant, UUID id) {
        return first(sql, FIND, tenant, id);
    }

    static Uni<Optional<Charge>> lock(Statements sql, TenantId tenant, UUID id) {
        return first(sql, LOCK, tenant, id);
    }

    static Uni<Optional<Charge>> ofHold(Statements sql, TenantId tenant, UUID hold) {
        return first(sql, OF_HOLD, tenant, hold);
    }

    /** Newest first. */
    static Uni<Page<Charge>> at(Statements sql, TenantId tenant, UUID merchant, String after) {
        return page(sql, AT, tenant, merchant, after);
    }

    static Uni<Page<Charge>> by(Statements sql, TenantId tenant, UUID account, String after) {
        return page(sql, BY, tenant, account, after);
    }

    static Uni<Integer> add(Statements sql, TenantId tenant, UUID id, UUID merchant, UUID account, long points, UUID hold, Instant at, Instant until) {
        return sql.update(ADD, tenant.value(), id, merchant, account, points, hold, at, until);
    }

    static Uni<Integer> captured(Statements sql, TenantId tenant, UUID id, Instant at, UUID transfer) {
        return sql.update(CAPTURED, tenant.value(), id, at, transfer);
    }

    static Uni<Integer> voidOpen(Statements sql, TenantId tenant, UUID account, Instant at) {
        return sql.update(VOID_OPEN, tenant.value(), account, at);
    }

    static Uni<Integer> ended(Statements sql, TenantId tenant, UUID id, ChargeState state, Instant at) {
        return sql.update(ENDED, tenant.value(), id, state.name(), at);
    }

    private static Uni<Page<Charge>> page(Statements sql, String query, TenantId tenant, UUID whose, String after) {
        return sql.select(query, tenant.value(), whose, id(after), SIZE + 1).map(lines -> {
            List<Charge> items = lines.stream().limit(SIZE).map(Charges::charge).toList();
            return new Page<>(items, lines.size() > SIZE ? items.get(SIZE - 1).id().toString() : null);
        });
    }

    private static Uni<Optional<Charge>> first(Statements sql, String query, TenantId tenant, UUID id) {
        return sql.first(query, tenant.value(), id).map(found -> found.map(Charges::charge));
    }

    private static Charge charge(Line line) {
        return new Charge(
                line.uuid(0), line.uuid(1), line.text(2), line.uuid(3), line.bigNumber(4), ChargeState.valueOf(line.text(5)), line.uuid(6),
                line.instant(7), line.instant(8), line.missing(9) ? null : line.instant(9), line.uuid(10),
                line.missing(11) ? null : line.instant(11));
    }

    private static UUID id(String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
