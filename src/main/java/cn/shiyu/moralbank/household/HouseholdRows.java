package cn.shiyu.moralbank.household;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of households. */
final class HouseholdRows {

    private static final String COLUMNS = """
            select h.household_id, h.account_id, h.name_sealed, m.confirmed, h.code, h.code_until from bank_household_member m
            join bank_household h on h.tenant_id = m.tenant_id and h.household_id = m.household_id
            where m.tenant_id = $1 and m.resident_id = $2""";
    private static final String LOCK = COLUMNS + " for no key update of h";
    private static final String MATES = """
            select m.resident_id, b.account_id, b.name_sealed, m.confirmed from bank_household_member m
            join bank_member b on b.tenant_id = m.tenant_id and b.resident_id = m.resident_id
            where m.tenant_id = $1 and m.household_id = $2 order by m.since""";
    private static final String FOUND = """
            insert into bank_household (tenant_id, household_id, account_id, name_sealed, founded_at) values ($1, $2, $3, $4, $5)""";
    private static final String ENTER = """
            insert into bank_household_member (tenant_id, resident_id, household_id, confirmed, since) values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, resident_id) do nothing""";
    private static final String CONFIRM = """
            update bank_household_member m set confirmed = true, since = $4 from bank_member b
            where m.tenant_id = $1 and m.household_id = $2 and not m.confirmed
              and b.tenant_id = m.tenant_id and b.resident_id = m.resident_id and b.account_id = $3""";
    private static final String REFUSE = """
            delete from bank_household_member m using bank_member b
            where m.tenant_id = $1 and m.household_id = $2 and not m.confirmed
              and b.tenant_id = m.tenant_id and b.resident_id = m.resident_id and b.account_id = $3""";
    private static final String EXIT = "delete from bank_household_member where tenant_id = $1 and resident_id = $2";
    private static final String EMPTY = "delete from bank_household_member where tenant_id = $1 and household_id = $2";
    private static final String CLOSE = "delete from bank_household where tenant_id = $1 and household_id = $2";
    private static final String OTHERS = """
            select count(*) from bank_household_member where tenant_id = $1 and household_id = $2 and confirmed and resident_id <> $3""";
    // Codes that ran out make room for new ones.
    private static final String FORGET = "update bank_household set code = null, code_until = null where tenant_id = $1 and code = $2 and code_until < $3";
    private static final String CODE = "update bank_household set code = $3, code_until = $4 where tenant_id = $1 and household_id = $2";
    private static final String BY_CODE = """
            select household_id from bank_household where tenant_id = $1 and code = $2 and code_until > $3 for no key update""";

    private HouseholdRows() {}

    /** One resident's place in a household. */
    record Row(UUID id, UUID account, byte[] name, boolean confirmed, String code, Instant codeUntil) {}

    record Mate(UUID resident, UUID account, byte[] name, boolean confirmed) {}

    static Uni<Optional<Row>> of(Statements sql, TenantId tenant, UUID resident) {
        return sql.first(COLUMNS, tenant.value(), resident).map(found -> found.map(HouseholdRows::row));
    }

    static Uni<Optional<Row>> lock(Statements sql, TenantId tenant, UUID resident) {
        return sql.first(LOCK, tenant.value(), resident).map(found -> found.map(HouseholdRows::row));
    }

    private static Row row(Line line) {
        return new Row(
                line.uuid(0), line.uuid(1), line.bytes(2), line.truth(3), line.text(4), line.missing(5) ? null : line.instant(5));
    }

    static Uni<List<Mate>> mates(Statements sql, TenantId tenant, UUID household) {
        return sql.select(MATES, tenant.value(), household).map(lines -> lines.stream()
                .map(line -> new Mate(line.uuid(0), line.uuid(1), line.bytes(2), line.truth(3)))
                .toList());
    }

    static Uni<Integer> found(Statements sql, TenantId tenant, UUID id, UUID account, byte[] name, Instant at) {
        return sql.update(FOUND, tenant.value(), id, account, name, at);
    }

    static Uni<Integer> enter(Statements sql, TenantId tenant, UUID resident, UUID household, boolean confirmed, Instant at) {
        return sql.update(ENTER, tenant.value(), resident, household, confirmed, at);
    }

    static Uni<Integer> confirm(Statements sql, TenantId tenant, UUID household, UUID account, Instant at) {
        return sql.update(CONFIRM, tenant.value(), household, account, at);
    }

    static Uni<Integer> refuse(Statements sql, TenantId tenant, UUID household, UUID account) {
        return sql.update(REFUSE, tenant.value(), household, account);
    }

    static Uni<Integer> exit(Statements sql, TenantId tenant, UUID resident) {
        return sql.update(EXIT, tenant.value(), resident);
    }

    /** With everybody who still asked. */
    static Uni<Integer> close(Statements sql, TenantId tenant, UUID household) {
        return sql.update(EMPTY, tenant.value(), household).chain(() -> sql.update(CLOSE, tenant.value(), household));
    }

    static Uni<Boolean> hasOthers(Statements sql, TenantId tenant, UUID household, UUID resident) {
        return sql.first(OTHERS, tenant.value(), household, resident).map(line -> line.orElseThrow().bigNumber(0) > 0);
    }

    static Uni<Integer> code(Statements sql, TenantId tenant, UUID household, String code, Instant now, Instant until) {
        return sql.update(FORGET, tenant.value(), code, now)
                .chain(() -> sql.update(CODE, tenant.value(), household, code, until));
    }

    /** Used up by whoever asks with it. */
    static Uni<Optional<UUID>> take(Statements sql, TenantId tenant, String code, Instant now) {
        return sql.first(BY_CODE, tenant.value(), code, now).chain(found -> found.isEmpty()
                ? Uni.createFrom().item(Optional.<UUID>empty())
                : sql.update(CODE, tenant.value(), found.get().uuid(0), null, null).replaceWith(Optional.of(found.get().uuid(0))));
    }
}
