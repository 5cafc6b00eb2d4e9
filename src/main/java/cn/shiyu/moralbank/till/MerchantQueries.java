package cn.shiyu.moralbank.till;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds shops. */
@ApplicationScoped
public class MerchantQueries {

    static final int SIZE = 20;

    private static final String COLUMNS =
            "select m.merchant_id, m.name, m.address, m.region, m.account_id, m.state from bank_merchant m where m.tenant_id = $1";
    private static final String FIND = COLUMNS + " and m.merchant_id = $2";
    private static final String OF_ACCOUNT = COLUMNS + " and m.account_id = $2";
    private static final String OF_RESIDENT = COLUMNS
            + " and m.merchant_id = (select c.merchant_id from bank_merchant_clerk c where c.tenant_id = $1 and c.resident_id = $2)";
    private static final String LIST = COLUMNS
            + " and ($2 = '' or position($2 in m.name) > 0) and (cast($3 as uuid) is null or m.merchant_id < cast($3 as uuid))"
            + " order by m.merchant_id desc limit $4";
    private static final String OPEN = COLUMNS
            + " and m.state = 'ACTIVE' and (cast($2 as uuid) is null or m.merchant_id < cast($2 as uuid)) order by m.merchant_id desc limit $3";
    private static final String CLERKS = "select count(*) from bank_merchant_clerk where tenant_id = $1 and merchant_id = $2";

    @Inject
    TenantSql sql;

    public Uni<Optional<Merchant>> of(SqlConnection connection, TenantId tenant, UUID merchant) {
        return first(connection, FIND, tenant, merchant);
    }

    public Uni<Optional<Merchant>> ofAccount(SqlConnection connection, TenantId tenant, UUID account) {
        return first(connection, OF_ACCOUNT, tenant, account);
    }

    /** The shop at whose till this resident stands. */
    public Uni<Optional<Merchant>> ofResident(SqlConnection connection, TenantId tenant, UUID resident) {
        return first(connection, OF_RESIDENT, tenant, resident);
    }

    /** The same, of its own. */
    public Uni<Optional<Merchant>> ofResident(Caller resident) {
        return sql.inTx(resident.tenant(), connection -> ofResident(connection, resident.tenant(), UUID.fromString(resident.id())));
    }

    /** Newest first, for the clerk of the bank. @param q part of a name, blank for all @param after cursor, or null */
    public Uni<Page<Merchant>> page(Caller clerk, String q, String after) {
        onlyClerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> Statements.on(connection)
                .select(LIST, clerk.tenant().value(), q.strip(), id(after), SIZE + 1)
                .map(MerchantQueries::page));
    }

    /** Shops that take points now, for anyone. */
    public Uni<Page<Merchant>> open(TenantId tenant, String after) {
        return sql.inTx(tenant, connection -> Statements.on(connection)
                .select(OPEN, tenant.value(), id(after), SIZE + 1)
                .map(MerchantQueries::page));
    }

    /** @throws Refusal 404 */
    public Uni<Merchant> one(Caller clerk, UUID merchant) {
        onlyClerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> of(connection, clerk.tenant(), merchant))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** How many people stand at its till. */
    public Uni<Long> clerks(Caller clerk, UUID merchant) {
        onlyClerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> Statements.on(connection)
                .first(CLERKS, clerk.tenant().value(), merchant)
                .map(line -> line.orElseThrow().bigNumber(0)));
    }

    static void onlyClerk(Caller clerk) {
        if (!clerk.isStaff() || !clerk.holds(Role.BANK_CLERK)) {
            throw Refusal.notFound();
        }
    }

    private static Page<Merchant> page(List<Line> lines) {
        List<Merchant> items = lines.stream().limit(SIZE).map(MerchantQueries::merchant).toList();
        return new Page<>(items, lines.size() > SIZE ? items.get(SIZE - 1).id().toString() : null);
    }

    private static Uni<Optional<Merchant>> first(SqlConnection connection, String sql, TenantId tenant, UUID id) {
        return Statements.on(connection).first(sql, tenant.value(), id).map(found -> found.map(MerchantQueries::merchant));
    }

    private static Merchant merchant(Line line) {
        return new Merchant(
                line.uuid(0), line.text(1), line.text(2), line.text(3), line.uuid(4), MerchantState.valueOf(line.text(5)));
    }

    private static UUID id(String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
