package cn.shiyu.moralbank.budget;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Accounts;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.Transfer;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.idempotency.Outcome;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the clerk of the bank does with budgets: opens them, funds them for money that is pledged on paper, gives back what is left. */
@ApplicationScoped
public class BudgetFlow {

    static final String STREAM = "bank-budget";

    private static final int LONGEST = 60;
    private static final String ADD = """
            insert into bank_budget (tenant_id, account_id, sponsor, name, region, opened_by, opened_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant_id, sponsor, name) do nothing""";
    private static final String THERE = "select 1 from bank_budget where tenant_id = $1 and account_id = $2 for no key update";
    private static final String BOOK = """
            insert into bank_funding (tenant_id, funding_id, budget, direction, points, fen, paper, transfer_id, booked_by, booked_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    @Inject
    Accounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    Idempotency idempotency;

    @Inject
    EventLog log;

    @Inject
    Clock clock;

    /** @throws Refusal 422 naming the field, 409 {@code budget-exists} for a name this sponsor has already */
    public Uni<UUID> open(Caller clerk, String sponsor, String name, String region) {
        Typed.clerk(clerk);
        List<FieldError> faults = new ArrayList<>();
        String whose = Typed.orFault(faults, "", () -> Typed.text(sponsor, "sponsor", LONGEST));
        String called = Typed.orFault(faults, "", () -> Typed.text(name, "name", LONGEST));
        if (regions.of(cities.byId(clerk.tenant())).find(region).isEmpty()) {
            faults.add(new FieldError("region", Messages.get("bank.refusal.budgetRegion")));
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return sql.inTx(clerk.tenant(), connection -> accounts.open(connection, clerk.tenant(), AccountKind.BUDGET)
                .call(account -> Statements.on(connection)
                        .update(ADD, clerk.tenant().value(), account, whose, called, region, clerk.id(), now())
                        .invoke(added -> {
                            if (added == 0) {
                                throw new Refusal(409, "budget-exists", Messages.get("bank.refusal.budgetExists"));
                            }
                        }))
                .call(account -> happened(connection, clerk, account, "BudgetOpened", Map.of("region", region))));
    }

    /**
     * Points for money: as many as it buys at the city's price, none left over.
     *
     * @param key of the form; a repeat books nothing
     * @param yuan as typed: 5000 or 5000.00
     * @throws Refusal 422 naming the field, 404
     */
    public Uni<Outcome> fund(Caller clerk, UUID budget, IdempotencyKey key, String yuan, String paper) {
        return book(clerk, budget, key, TransferKind.FUND, read(clerk, true, yuan, null, paper));
    }

    /** Gives points back that the budget still has. @throws Refusal 422, 404, 409 {@code not-enough-points} */
    public Uni<Outcome> unfund(Caller clerk, UUID budget, IdempotencyKey key, String points, String paper) {
        return book(clerk, budget, key, TransferKind.UNFUND, read(clerk, false, null, points, paper));
    }

    /**
     * What would be booked, for the clerk to look at once more.
     *
     * @param yuan counts when money comes in, {@code points} when they go back
     * @throws Refusal 422 naming every field at fault
     */
    public Sum read(Caller clerk, boolean into, String yuan, String points, String paper) {
        Typed.clerk(clerk);
        List<FieldError> faults = new ArrayList<>();
        long price = price(clerk);
        long fen = Typed.orFault(faults, 0L, () -> into ? whole(Typed.fen(yuan), price) : Math.multiplyExact(Typed.points(points), price));
        String said = Typed.orFault(faults, "", () -> Typed.text(paper, "paper", LONGEST));
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return new Sum(fen / price, fen, said);
    }

    private static long whole(long fen, long price) {
        if (fen % price != 0) {
            throw Refusal.badInput("yuan", Messages.get("bank.refusal.wholePoints", Typed.yuan(price)));
        }
        return fen;
    }

    private long price(Caller clerk) {
        return BankSettings.of(cities.byId(clerk.tenant())).fenPerPoint();
    }

    private Uni<Outcome> book(Caller clerk, UUID budget, IdempotencyKey key, TransferKind kind, Sum sum) {
        byte[] body = IdempotencyKey.digest("bank-" + kind, budget, sum.points(), sum.paper());
        return sql.inTx(clerk.tenant(), connection -> idempotency.once(connection, clerk, key, body, () -> {
            UUID funding = UuidCreator.getTimeOrderedEpoch();
            boolean into = kind == TransferKind.FUND;
            return there(connection, clerk, budget)
                    .chain(() -> accounts.only(connection, clerk.tenant(), AccountKind.ISSUE))
                    .chain(issue -> ledger.post(connection, clerk, new Transfer(
                            "funding:" + funding, kind, into ? issue : budget, into ? budget : issue, sum.points(), null,
                            into ? "funded" : "unfunded", new Source("funding", funding.toString()), 0)))
                    .call(receipt -> Statements.on(connection).update(
                            BOOK, clerk.tenant().value(), funding, budget, kind.name(), sum.points(), sum.fen(), sum.paper(), receipt.transfer(),
                            clerk.id(), now()))
                    .call(() -> happened(
                            connection, clerk, budget, into ? "BudgetFunded" : "BudgetUnfunded", Map.of("points", sum.points(), "fen", sum.fen())))
                    .replaceWith(funding.toString());
        }));
    }

    private static Uni<Void> there(SqlConnection connection, Caller clerk, UUID budget) {
        return Statements.on(connection)
                .first(THERE, clerk.tenant().value(), budget)
                .invoke(found -> found.orElseThrow(Refusal::notFound))
                .replaceWithVoid();
    }

    private Uni<Void> happened(SqlConnection connection, Caller clerk, UUID budget, String type, Map<String, Object> facts) {
        String unit = clerk.posts().stream()
                .filter(post -> post.role() == Role.BANK_CLERK)
                .map(cn.shiyu.identity.Post::unit)
                .sorted()
                .findFirst()
                .orElse(null);
        return log.append(connection, clerk, unit, new StreamId(STREAM, budget), List.of(NewEvent.of(type, facts)), now())
                .replaceWithVoid();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
