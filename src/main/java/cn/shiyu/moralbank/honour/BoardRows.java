package cn.shiyu.moralbank.honour;

import cn.shiyu.moralbank.member.Member;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Sums of months and quarters, kept as awards come and go. Communities' rows are always locked in the order of their key. */
final class BoardRows {

    private static final String DONE = """
            with done as (
              select a.account_id, s.span, s.starts,
                case when a.source_type = 'activity' then a.quantity else 0 end as minutes,
                case when a.source_type = 'deed' then 1 else 0 end as deeds
              from bank_award a, lateral (values ('MONTH', cast(date_trunc('month', a.earned_on) as date)),
                ('QUARTER', cast(date_trunc('quarter', a.earned_on) as date))) as s (span, starts)
              where a.tenant_id = $1 and a.award_id = $2 and a.source_type in\s""" + BookRows.SOURCES;
    private static final String COUNT = DONE + """
             and a.kind <> all($5)),
            mine as (
              insert into bank_board_member as m (tenant_id, span, starts, account_id, region, minutes, deeds, shown)
              select $1, d.span, d.starts, d.account_id, $3, d.minutes, d.deeds, exists (
                select 1 from bank_honour_consent c where c.tenant_id = $1 and c.account_id = d.account_id and c.boards) from done d
              on conflict (tenant_id, account_id, span, starts)
                do update set minutes = m.minutes + excluded.minutes, deeds = m.deeds + excluded.deeds
              returning new.span, new.starts, new.region,
                coalesce(old.minutes, 0) + coalesce(old.deeds, 0) = 0 as first)
            insert into bank_board as b (tenant_id, span, starts, region, township, members, minutes, deeds)
            select $1, m.span, m.starts, m.region, $4, case when m.first then 1 else 0 end, d.minutes, d.deeds
            from mine m join done d on d.span = m.span and d.starts = m.starts
            order by m.span, m.starts
            on conflict (tenant_id, span, starts, region) do update
              set members = b.members + excluded.members, minutes = b.minutes + excluded.minutes, deeds = b.deeds + excluded.deeds""";
    private static final String LOCK = """
            select 1 from bank_board b join bank_board_member m
              on m.tenant_id = b.tenant_id and m.span = b.span and m.starts = b.starts and m.region = b.region
            where m.tenant_id = $1 and m.account_id = $2 order by b.span, b.starts, b.region for no key update of b""";
    // What was given before sums were kept is in none: it is not taken out either.
    private static final String UNCOUNT = DONE + """
             and a.kind <> all($3)),
            mine as (
              update bank_board_member m set minutes = m.minutes - d.minutes, deeds = m.deeds - d.deeds from done d
              where m.tenant_id = $1 and m.account_id = d.account_id and m.span = d.span and m.starts = d.starts
                and m.minutes >= d.minutes and m.deeds >= d.deeds
              returning m.span, m.starts, m.region, d.minutes, d.deeds, m.minutes + m.deeds = 0 as last)
            update bank_board b set members = b.members - case when m.last then 1 else 0 end,
              minutes = b.minutes - m.minutes, deeds = b.deeds - m.deeds
            from mine m where b.tenant_id = $1 and b.span = m.span and b.starts = m.starts and b.region = m.region""";
    private static final String TAKE_OUT = """
            update bank_board b set members = b.members - 1, minutes = b.minutes - m.minutes, deeds = b.deeds - m.deeds
            from bank_board_member m
            where m.tenant_id = $1 and m.account_id = $2 and m.minutes + m.deeds > 0
              and b.tenant_id = m.tenant_id and b.span = m.span and b.starts = m.starts and b.region = m.region""";
    private static final String ERASE = "delete from bank_board_member where tenant_id = $1 and account_id = $2";
    private static final String SHOW = """
            update bank_board_member set shown = $3 where tenant_id = $1 and account_id = $2 and shown <> $3""";
    private static final String WHOSE = "select account_id from bank_award where tenant_id = $1 and award_id = $2";

    private BoardRows() {}

    /** @param hushed kinds that are never counted */
    static Uni<Void> count(Statements on, TenantId tenant, UUID award, Member member, String township, String[] hushed) {
        return on.update(COUNT, tenant.value(), award, member.region(), township, hushed).replaceWithVoid();
    }

    static Uni<Void> uncount(Statements on, TenantId tenant, UUID award, String[] hushed) {
        return on.first(WHOSE, tenant.value(), award)
                .chain(line -> on.select(LOCK, tenant.value(), line.orElseThrow().uuid(0)))
                .chain(() -> on.update(UNCOUNT, tenant.value(), award, hushed))
                .replaceWithVoid();
    }

    static Uni<Void> erase(Statements on, TenantId tenant, UUID account) {
        return on.select(LOCK, tenant.value(), account)
                .chain(() -> on.update(TAKE_OUT, tenant.value(), account))
                .chain(() -> on.update(ERASE, tenant.value(), account))
                .replaceWithVoid();
    }

    static Uni<Void> show(Statements on, TenantId tenant, UUID account, boolean shown) {
        return on.update(SHOW, tenant.value(), account, shown).replaceWithVoid();
    }
}
