package cn.shiyu.moralbank.settlement;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Accounts;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.Transfer;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes a merchant's statement of a closed month: statement, SETTLE in the books and event in one transaction, once for ever. Asked
 * again, it answers with what is there.
 */
@ApplicationScoped
public class SettleFlow {

    static final String STREAM = "bank-statement";

    @Inject
    TenantSql sql;

    @Inject
    Ledger ledger;

    @Inject
    Accounts accounts;

    @Inject
    EventLog log;

    @Inject
    Clock clock;

    /**
     * @param account a merchant's
     * @throws Refusal 409 {@code month-not-closed} while something may still be booked in it; 409 {@code not-enough-points} when the
     *     merchant gave so much back since that it has not got what is due: it is tried again later
     */
    public Uni<Statement> settle(City city, Caller by, UUID account, YearMonth month) {
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return StatementRows.lock(on, city.id(), account)
                    .chain(() -> StatementRows.made(on, city.id(), account, month))
                    .chain(made -> made.isPresent()
                            ? Uni.createFrom().item(made.get())
                            : StatementRows.closed(on, city.id(), month).chain(closed -> {
                                if (!closed) {
                                    throw new Refusal(409, "month-not-closed", Messages.get("settlement.refusal.notClosed"));
                                }
                                return make(connection, city, by, account, month);
                            }));
        });
    }

    private Uni<Statement> make(SqlConnection connection, City city, Caller by, UUID account, YearMonth month) {
        Statements on = Statements.on(connection);
        return StatementRows.lines(on, city.id(), account, month)
                .chain(lines -> StatementRows.opening(on, city.id(), account, month)
                        .map(opening -> statement(city, account, month, opening, lines)))
                .chain(it -> book(connection, city, by, it))
                .call(it -> StatementRows.add(on, city.id(), it))
                .call(it -> log.append(
                        connection, by, null, new StreamId(STREAM, it.id()), List.of(NewEvent.of("StatementMade", facts(it))), it.madeAt()));
    }

    private Statement statement(City city, UUID account, YearMonth month, long opening, List<StatementLine> lines) {
        long rate = BankSettings.of(city).fenPerPoint();
        long taken = lines.stream().mapToLong(StatementLine::points).filter(points -> points > 0).sum();
        long refunded = -lines.stream().mapToLong(StatementLine::points).filter(points -> points < 0).sum();
        long due = opening + taken - refunded;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Statement(
                UuidCreator.getTimeOrderedEpoch(), account, month, opening, taken, refunded, due, rate, Math.max(due, 0) * rate,
                lines.size(), StatementDigest.of(city.id(), account, month, opening, rate, lines), null, now);
    }

    private Uni<Statement> book(SqlConnection connection, City city, Caller by, Statement it) {
        if (it.due() <= 0) {
            return Uni.createFrom().item(it);
        }
        return accounts.only(connection, city.id(), AccountKind.SETTLEMENT)
                .chain(settlement -> ledger.post(
                        connection, by,
                        new Transfer(
                                "settle:" + it.account() + ":" + it.month(), TransferKind.SETTLE, it.account(), settlement, it.due(), null,
                                "settlement.reason", new Source("statement", it.id().toString()), 0)))
                .map(receipt -> new Statement(
                        it.id(), it.account(), it.month(), it.opening(), it.taken(), it.refunded(), it.due(), it.fenPerPoint(), it.fen(),
                        it.lines(), it.digest(), receipt.transfer(), it.madeAt()));
    }

    private static Map<String, Object> facts(Statement it) {
        return Map.of(
                "account", it.account().toString(), "month", it.month().toString(), "due", it.due(), "fen", it.fen(), "lines", it.lines(),
                "sm3", it.digestText());
    }
}
