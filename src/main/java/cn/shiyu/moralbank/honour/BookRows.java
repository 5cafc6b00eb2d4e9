package cn.shiyu.moralbank.honour;

import cn.shiyu.moralbank.member.Member;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;

/** The book's entries. Only hours of activities and deeds come in: what is thanked for a report is of another source and never does. */
final class BookRows {

    /** Sources of awards that may be shown or counted. */
    static final String SOURCES = "('activity', 'deed')";

    private static final String COPY = """
            insert into bank_honour (tenant_id, award_id, account_id, region, township, kind, day, minutes, points)
            select a.tenant_id, a.award_id, a.account_id, $3, $4, a.kind, a.earned_on,
              case when a.source_type = 'activity' then a.quantity else 0 end, a.granted
            from bank_award a join bank_honour_consent c on c.tenant_id = a.tenant_id and c.account_id = a.account_id and c.book
            where a.tenant_id = $1 and a.revoked_on is null and a.source_type in\s""" + SOURCES + " and a.kind <> all($5)";
    private static final String ADD = COPY + " and a.award_id = $2 on conflict do nothing";
    private static final String PAST = COPY + " and a.account_id = $2 and a.earned_on >= $6 on conflict do nothing";
    private static final String STRIKE = "delete from bank_honour where tenant_id = $1 and award_id = $2";
    // What they hid stays hidden, should they agree again.
    private static final String CLOSE = "delete from bank_honour where tenant_id = $1 and account_id = $2 and not hidden";
    private static final String ERASE = "delete from bank_honour where tenant_id = $1 and account_id = $2";
    private static final String HIDE = """
            update bank_honour h set hidden = $4 where h.tenant_id = $1 and h.award_id = $2 and h.account_id = $3
              and exists (select 1 from bank_honour_consent c where c.tenant_id = $1 and c.account_id = $3 and c.book)""";

    private BookRows() {}

    /** @param hushed kinds that are never shown */
    static Uni<Void> add(Statements on, TenantId tenant, UUID award, Member member, String township, String[] hushed) {
        return on.update(ADD, tenant.value(), award, member.region(), township, hushed).replaceWithVoid();
    }

    static Uni<Void> past(Statements on, TenantId tenant, Member member, String township, String[] hushed, LocalDate since) {
        return on.update(PAST, tenant.value(), member.account(), member.region(), township, hushed, since).replaceWithVoid();
    }

    static Uni<Void> strike(Statements on, TenantId tenant, UUID award) {
        return on.update(STRIKE, tenant.value(), award).replaceWithVoid();
    }

    static Uni<Void> close(Statements on, TenantId tenant, UUID account) {
        return on.update(CLOSE, tenant.value(), account).replaceWithVoid();
    }

    static Uni<Void> erase(Statements on, TenantId tenant, UUID account) {
        return on.update(ERASE, tenant.value(), account).replaceWithVoid();
    }

    static Uni<Integer> hide(Statements on, TenantId tenant, UUID award, UUID account, boolean hidden) {
        return on.update(HIDE, tenant.value(), award, account, hidden);
    }
}
