package cn.shiyu.moralbank.till;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Codes to pay with: one a member, for a minute, used once. Only the digest is kept; whoever has the database has no code. */
@ApplicationScoped
public class PayCodeFlow {

    static final Duration LASTS = Duration.ofSeconds(60);

    private static final String USE = "pay";
    private static final long MOST = 100_000;
    private static final int CODES_AN_HOUR = 120;
    private static final int TRIES = 3;
    private static final String STALE = "delete from bank_pay_code where tenant_id = $1 and digest = $2 and (used or until <= $3)";
    // Somebody else's live code of the same digits: draw again.
    private static final String PUT = """
            insert into bank_pay_code (tenant_id, resident_id, digest, most, until, account_id)
            select $1, cast($2 as uuid), $3, $4, $5, $6
            where not exists (select 1 from bank_pay_code where tenant_id = $1 and digest = $3 and resident_id <> $2)
            on conflict (tenant_id, resident_id) do update set digest = excluded.digest, most = excluded.most, until = excluded.until,
              account_id = excluded.account_id, used = false""";
    private static final String TAKE = """
            update bank_pay_code set used = true where tenant_id = $1 and digest = $2 and not used and until > $3
            returning resident_id, most, account_id""";

    @Inject
    TenantSql sql;

    @Inject
    MemberQueries members;

    @Inject
    PayAccounts accounts;

    @Inject
    Digits digits;

    @Inject
    RateLimiter limiter;

    @Inject
    Clock clock;

    /** Whose code it was. @param from null for their own account */
    record Payer(UUID resident, long most, UUID from) {}

    /**
     * A new code; the one before is worth nothing from now on.
     *
     * @param most points it may be used for, as typed
     * @param from account that pays, as chosen; blank for one's own
     * @throws cn.shiyu.platform.problem.Refusal 422 {@code most}, {@code from}, 409 {@code not-a-member}, 429
     */
    public Uni<PayCode> draw(Caller resident, String most, String from) {
        return limiter.admit(resident.tenant(), "bank-pay-code", resident.id(), CODES_AN_HOUR, Duration.ofHours(1))
                .map(ok -> points(most, "most"))
                .chain(points -> sql.inTx(resident.tenant(), connection -> members
                        .of(connection, resident.tenant(), UUID.fromString(resident.id()))
                        .map(found -> found.orElseThrow(MemberRefusals::notMember))
                        .chain(member -> from(connection, resident.tenant(), member, from))
                        .chain(account -> put(
                                connection, resident.tenant(), UUID.fromString(resident.id()), new PayCode("", points, account, null), TRIES))));
    }

    /** @return null for the member's own */
    private Uni<UUID> from(SqlConnection connection, TenantId tenant, Member member, String chosen) {
        if (chosen == null || chosen.isBlank() || chosen.equals(member.account().toString())) {
            return Uni.createFrom().nullItem();
        }
        UUID account;
        try {
            account = UUID.fromString(chosen);
        } catch (IllegalArgumentException e) {
            throw TillRefusals.field("from", "from");
        }
        return accounts.may(connection, tenant, member.resident(), account)
                .map(found -> found.orElseThrow(() -> TillRefusals.field("from", "from")));
    }

    /** @throws cn.shiyu.platform.problem.Refusal 422 naming the field */
    static long points(String typed, String field) {
        String text = typed == null ? "" : typed.strip();
        if (!text.matches("[0-9]{1,6}") || Long.parseLong(text) < 1 || Long.parseLong(text) > MOST) {
            throw TillRefusals.field(field, "points", MOST);
        }
        return Long.parseLong(text);
    }

    /** @param wish a code without digits */
    private Uni<PayCode> put(SqlConnection connection, TenantId tenant, UUID resident, PayCode wish, int tries) {
        String drawn = digits.draw();
        byte[] digest = digits.digest(tenant, USE, drawn);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Statements on = Statements.on(connection);
        return on.update(STALE, tenant.value(), digest, now)
                .chain(() -> on.update(PUT, tenant.value(), resident, digest, wish.most(), now.plus(LASTS), wish.from()))
                .chain(put -> put == 1 || tries == 1
                        ? Uni.createFrom().item(new PayCode(drawn, wish.most(), wish.from(), now.plus(LASTS)))
                        : put(connection, tenant, resident, wish, tries - 1));
    }

    /** Uses a code up, in the transaction of what it pays for: if that fails, it may be used again within its minute. */
    Uni<Optional<Payer>> take(SqlConnection connection, TenantId tenant, String typed) {
        return Statements.on(connection)
                .first(TAKE, tenant.value(), digits.digest(tenant, USE, typed), clock.instant())
                .map(found -> found.map(line -> new Payer(line.uuid(0), line.bigNumber(1), line.missing(2) ? null : line.uuid(2))));
    }
}
