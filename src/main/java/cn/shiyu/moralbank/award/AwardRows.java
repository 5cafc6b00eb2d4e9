package cn.shiyu.moralbank.award;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of awards. */
final class AwardRows {

    private static final String EARLIER = """
            select award_id, granted, capped, transfer_id from bank_award
            where tenant_id = $1 and source_type = $2 and source_id = $3 and account_id = $4""";
    private static final String HAD = """
            select cast(coalesce(sum(granted) filter (where kind = $3 and earned_on = $4), 0) as bigint),
              cast(coalesce(sum(granted) filter (where kind = $3), 0) as bigint),
              cast(coalesce(sum(granted) filter (where earned_on = $4), 0) as bigint)
            from bank_award where tenant_id = $1 and account_id = $2 and revoked_on is null and earned_on between $5 and $6""";
    private static final String ADD = """
            insert into bank_award (tenant_id, award_id, account_id, kind, quantity, earned_on, given_on, base, granted, capped, budget,
              transfer_id, rules, source_type, source_id, given_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)""";
    private static final String LOCK = """
            select transfer_id, revoked_on is not null from bank_award where tenant_id = $1 and award_id = $2 for no key update""";
    private static final String REVOKE = """
            update bank_award set revoked_on = $3, revoked_reason = $4 where tenant_id = $1 and award_id = $2""";
    private static final String NEAREST = """
            select b.account_id from bank_budget b
            join bank_account a on a.tenant_id = b.tenant_id and a.account_id = b.account_id
            where b.tenant_id = $1 and b.region = any($2) and a.balance >= $3
            order by array_position(cast($2 as text[]), b.region) desc, b.account_id limit 1""";

    private AwardRows() {}

    /** One award to be written. */
    record Row(
            UUID id, UUID account, Earned earned, LocalDate givenOn, long base, BankTerms.Cut cut, UUID budget, UUID transfer, int rules,
            Instant at) {}

    /** @param transfer null where nothing was given */
    record Standing(UUID transfer, boolean revoked) {}

    static Uni<Optional<Granted>> earlier(Statements sql, TenantId tenant, Earned earned, UUID account) {
        return sql.first(EARLIER, tenant.value(), earned.source().type(), earned.source().id(), account)
                .map(found -> found.map(line -> new Granted(line.uuid(0), line.bigNumber(1), line.text(2), line.uuid(3))));
    }

    static Uni<BankTerms.Had> had(Statements sql, TenantId tenant, UUID account, String kind, LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        return sql.first(HAD, tenant.value(), account, kind, day, first, first.plusMonths(1).minusDays(1)).map(found -> {
            Line line = found.orElseThrow();
            return new BankTerms.Had(line.bigNumber(0), line.bigNumber(1), line.bigNumber(2));
        });
    }

    /** @param path codes from the city down to where the member lives; the nearest budget is the one deepest on it */
    static Uni<Optional<UUID>> nearest(Statements sql, TenantId tenant, List<String> path, long points) {
        return sql.first(NEAREST, tenant.value(), path.toArray(String[]::new), points).map(found -> found.map(line -> line.uuid(0)));
    }

    static Uni<Void> add(Statements sql, TenantId tenant, Row row) {
        Earned e = row.earned();
        return sql.update(
                        ADD, tenant.value(), row.id(), row.account(), e.kind(), e.quantity(), e.day(), row.givenOn(), row.base(),
                        row.cut().points(), row.cut().capped(), row.budget(), row.transfer(), row.rules(), e.source().type(),
                        e.source().id(), row.at())
                .replaceWithVoid();
    }

    static Uni<Optional<Standing>> lock(Statements sql, TenantId tenant, UUID award) {
        return sql.first(LOCK, tenant.value(), award)
                .map(found -> found.map(line -> new Standing(line.uuid(0), line.truth(1))));
    }

    static Uni<Void> revoke(Statements sql, TenantId tenant, UUID award, LocalDate day, String reason) {
        return sql.update(REVOKE, tenant.value(), award, day, reason).replaceWithVoid();
    }
}
