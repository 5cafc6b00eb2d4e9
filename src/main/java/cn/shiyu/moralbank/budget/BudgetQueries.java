package cn.shiyu.moralbank.budget;

import cn.shiyu.identity.Caller;
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

/** Budgets to read. Their figures are public; who funded them on which paper is the clerk's. */
@ApplicationScoped
public class BudgetQueries {

    private static final int PAGE = 50;
    private static final int CHOICES = 200;
    private static final String COLUMNS = """
            select b.account_id, b.sponsor, b.name, b.region, b.opened_at, a.balance from bank_budget b
            join bank_account a on a.tenant_id = b.tenant_id and a.account_id = b.account_id
            where b.tenant_id = $1""";
    private static final String LIST = COLUMNS + " and (cast($2 as uuid) is null or b.account_id < $2) order by b.account_id desc limit $3";
    private static final String ONE = COLUMNS + " and b.account_id = $2";
    private static final String USABLE = COLUMNS
            + " and (b.account_id = $2 or (a.balance > 0 and b.region = any($3))) order by b.account_id desc limit $4";
    private static final String FUNDINGS = """
            select funding_id, direction = 'FUND', points, fen, paper, booked_by, booked_at from bank_funding
            where tenant_id = $1 and budget = $2 and (cast($3 as uuid) is null or funding_id < $3) order by funding_id desc limit $4""";

    @Inject
    TenantSql sql;

    /** Newest first, for the clerk. */
    public Uni<Page<Budget>> page(Caller clerk, String after) {
        Typed.clerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> page(connection, clerk.tenant(), after));
    }

    public Uni<Page<Budget>> page(SqlConnection connection, TenantId tenant, String after) {
        return Statements.on(connection)
                .select(LIST, tenant.value(), cursor(after), PAGE + 1)
                .map(lines -> {
                    List<Budget> budgets = lines.stream().limit(PAGE).map(BudgetQueries::budget).toList();
                    return new Page<>(budgets, lines.size() > PAGE ? budgets.get(PAGE - 1).account().toString() : null);
                });
    }

    /** What can be given from in these divisions, newest first. @param chosen comes in any case; may be null */
    public Uni<List<Budget>> usable(SqlConnection connection, TenantId tenant, UUID chosen, List<String> regions) {
        return Statements.on(connection)
                .select(USABLE, tenant.value(), chosen, regions.toArray(String[]::new), CHOICES)
                .map(lines -> lines.stream().map(BudgetQueries::budget).toList());
    }

    /** @throws Refusal 404 */
    public Uni<Budget> one(Caller clerk, UUID budget) {
        Typed.clerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> find(connection, clerk.tenant(), budget))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    public Uni<Optional<Budget>> find(SqlConnection connection, TenantId tenant, UUID budget) {
        return Statements.on(connection).first(ONE, tenant.value(), budget).map(line -> line.map(BudgetQueries::budget));
    }

    /** Newest first. */
    public Uni<Page<Funding>> fundings(Caller clerk, UUID budget, String after) {
        Typed.clerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> Statements.on(connection)
                .select(FUNDINGS, clerk.tenant().value(), budget, cursor(after), PAGE + 1)
                .map(lines -> {
                    List<Funding> all = lines.stream().limit(PAGE).map(BudgetQueries::funding).toList();
                    return new Page<>(all, lines.size() > PAGE ? all.get(PAGE - 1).id().toString() : null);
                }));
    }

    private static Budget budget(Line line) {
        return new Budget(line.uuid(0), line.text(1), line.text(2), line.text(3), line.instant(4), line.bigNumber(5));
    }

    private static Funding funding(Line line) {
        return new Funding(
                line.uuid(0), line.truth(1), line.bigNumber(2), line.bigNumber(3), line.text(4), line.text(5), line.instant(6));
    }

    private static UUID cursor(String after) {
        try {
            return after == null || after.isBlank() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
