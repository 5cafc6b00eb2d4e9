package cn.shiyu.moralbank.household;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Accounts;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BiFunction;

/** Founding a household, letting others in, putting points together. */
@ApplicationScoped
public class HouseholdFlow {

    /** How long a code works. */
    static final Duration CODE = Duration.ofMinutes(15);

    private static final String UNIQUE = "23505";
    private static final int LONGEST = 20;
    private static final int CODES = 1_000_000;
    private static final int MOST_MATES = 12;

    @Inject
    TenantSql sql;

    @Inject
    MemberQueries members;

    @Inject
    HouseholdExit exit;

    @Inject
    Accounts accounts;

    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** @throws Refusal 422 naming {@code name}, 409 {@code not-a-member}, {@code in-a-household} */
    public Uni<Void> found(Caller resident, String typed) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            throw Refusal.badInput("name", Messages.get("bank.refusal.name", LONGEST));
        }
        TenantId tenant = resident.tenant();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        byte[] sealed = sealer.seal(tenant, Purpose.IDENTITY, Households.sealedIn(id), name);
        return asMember(resident, (connection, member) -> accounts.open(connection, tenant, AccountKind.HOUSEHOLD)
                .chain(account -> HouseholdRows.found(Statements.on(connection), tenant, id, account, sealed, now()))
                .chain(() -> enter(connection, tenant, member, id, true)));
    }

    private Uni<Void> enter(SqlConnection connection, TenantId tenant, Member member, UUID household, boolean confirmed) {
        return HouseholdRows.enter(Statements.on(connection), tenant, member.resident(), household, confirmed, now())
                .invoke(entered -> {
                    if (entered == 0) {
                        throw new Refusal(409, "in-a-household", Messages.get("bank.refusal.inHousehold"));
                    }
                })
                .replaceWithVoid();
    }

    /** A new code of six digits; the one before is worth nothing any more. */
    public Uni<Void> code(Caller resident) {
        String code = "%06d".formatted(random.nextInt(CODES));
        return inside(resident, (connection, row) -> HouseholdRows.code(
                        Statements.on(connection), resident.tenant(), row.id(), code, now(), now().plus(CODE))
                .replaceWithVoid())
                // Another household's code at the moment: one in thousands.
                .onFailure(failure -> failure instanceof PgException sql && UNIQUE.equals(sql.getSqlState()))
                .transform(taken -> new Refusal(409, "code-taken", Messages.get("bank.refusal.codeTaken")));
    }

    /** Asks to be let in: one of them says yes afterwards. @throws Refusal 422 naming {@code code}, 409 */
    public Uni<Void> ask(Caller resident, String typed) {
        String code = typed == null ? "" : typed.strip();
        TenantId tenant = resident.tenant();
        return asMember(resident, (connection, member) -> HouseholdRows.take(Statements.on(connection), tenant, code, now())
                .map(found -> found.orElseThrow(() -> Refusal.badInput("code", Messages.get("bank.refusal.householdCode"))))
                .chain(household -> enter(connection, tenant, member, household, false)));
    }

    /** @param account of who asks @param yes false: they are not let in @throws Refusal 404, 409 {@code household-full} */
    public Uni<Void> answer(Caller resident, UUID account, boolean yes) {
        TenantId tenant = resident.tenant();
        return inside(resident, (connection, row) -> {
            Statements on = Statements.on(connection);
            return HouseholdRows.mates(on, tenant, row.id()).chain(mates -> {
                if (yes && mates.stream().filter(HouseholdRows.Mate::confirmed).count() >= MOST_MATES) {
                    throw new Refusal(409, "household-full", Messages.get("bank.refusal.householdFull", MOST_MATES));
                }
                return yes ? HouseholdRows.confirm(on, tenant, row.id(), account, now()) : HouseholdRows.refuse(on, tenant, row.id(), account);
            }).invoke(done -> {
                if (done == 0) {
                    throw Refusal.notFound();
                }
            }).replaceWithVoid();
        });
    }

    /**
     * Puts points of one's own into the household's; their last days stay as they are.
     *
     * @throws Refusal 422 naming {@code points}, 409 {@code not-enough-points}
     */
    public Uni<Void> contribute(Caller resident, IdempotencyKey key, String typed) {
        String text = typed == null ? "" : typed.strip();
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) == 0) {
            throw Refusal.badInput("points", Messages.get("bank.refusal.points"));
        }
        long points = Long.parseLong(text);
        return sql.inTx(resident.tenant(), connection -> member(connection, resident)
                .chain(member -> row(connection, resident).chain(row -> exit.pool(
                        connection, resident, "pool:" + member.account() + ":" + key.value(), member.account(), row.account(), points, row.id()))))
                .replaceWithVoid();
    }

    private Uni<Void> asMember(Caller resident, BiFunction<SqlConnection, Member, Uni<Void>> work) {
        return sql.inTx(resident.tenant(), connection -> member(connection, resident).chain(member -> work.apply(connection, member)));
    }

    /** The household's row is locked after the member's own. */
    private Uni<Void> inside(Caller resident, BiFunction<SqlConnection, HouseholdRows.Row, Uni<Void>> work) {
        return sql.inTx(resident.tenant(), connection -> member(connection, resident)
                .chain(() -> row(connection, resident))
                .chain(row -> work.apply(connection, row)));
    }

    private Uni<Member> member(SqlConnection connection, Caller resident) {
        return members.lock(connection, resident.tenant(), UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow(MemberRefusals::notMember));
    }

    private static Uni<HouseholdRows.Row> row(SqlConnection connection, Caller resident) {
        return HouseholdRows.lock(Statements.on(connection), resident.tenant(), UUID.fromString(resident.id()))
                .map(found -> found.filter(HouseholdRows.Row::confirmed).orElseThrow(Refusal::notFound));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
