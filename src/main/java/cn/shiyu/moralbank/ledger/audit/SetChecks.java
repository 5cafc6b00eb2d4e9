package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is told by all postings together: PostgreSQL sums them up and gives back the first that does not agree. */
final class SetChecks {

    /** What does not match, and the query: subject, what stands, what it ought to be. */
    private static final Map<String, String> CHECKS = new LinkedHashMap<>();

    static {
        CHECKS.put("orphan", """
                select p.transfer_id || '/' || p.place, '', '' from bank_posting p
                left join bank_transfer t on t.tenant_id = p.tenant_id and t.transfer_id = p.transfer_id
                where p.tenant_id = $1 and t.transfer_id is null order by p.transfer_id, p.place limit 1""");
        // One pass over both instead of a join: a wrong guess of how many lots there are would cost hours.
        CHECKS.put("lot", """
                select cast(lot_id as text), cast(sum(rest) as text), cast(sum(points) as text) from (
                  select lot_id, remaining as rest, 0 as points from bank_lot where tenant_id = $1
                  union all select lot_id, 0, points from bank_posting where tenant_id = $1 and lot_id is not null) s
                group by lot_id having sum(rest) <> sum(points) or sum(rest) < 0 order by lot_id limit 1""");
        CHECKS.put("budget", """
                select cast(a.account_id as text), cast(a.balance as text), cast(coalesce(s.points, 0) as text) from bank_account a
                left join (select account_id, sum(points) as points from bank_posting where tenant_id = $1 group by account_id) s
                  on s.account_id = a.account_id
                where a.tenant_id = $1 and a.balance <> case a.kind when 'BUDGET' then coalesce(s.points, 0) else 0 end
                order by a.account_id limit 1""");
        CHECKS.put("floor", """
                select cast(a.account_id as text), cast(s.points as text), cast(coalesce(a.floor, 0) as text) from bank_account a
                join (select account_id, sum(points) as points from bank_posting where tenant_id = $1 group by account_id) s
                  on s.account_id = a.account_id
                where a.tenant_id = $1 and a.kind <> 'ISSUE' and s.points < coalesce(a.floor, 0) order by a.account_id limit 1""");
        CHECKS.put("snapshot", """
                with moved as (
                  select p.account_id, p.booked_on, sum(p.points) as points from bank_posting p
                  join bank_account a on a.tenant_id = p.tenant_id and a.account_id = p.account_id
                  where p.tenant_id = $1 and a.kind in ('ISSUE', 'MERCHANT', 'HELD', 'EXPIRY', 'SETTLEMENT')
                    and p.booked_on <= (select max(closed_on) from bank_close where tenant_id = $1)
                  group by p.account_id, p.booked_on),
                running as (select account_id, booked_on, sum(points) over (partition by account_id order by booked_on) as balance from moved)
                select coalesce(r.account_id, b.account_id) || ' ' || coalesce(r.booked_on, b.closed_on),
                  coalesce(cast(b.balance as text), '-'), coalesce(cast(r.balance as text), '-')
                from running r full join (select * from bank_balance where tenant_id = $1) b
                  on b.account_id = r.account_id and b.closed_on = r.booked_on
                where b.balance is distinct from r.balance order by coalesce(r.booked_on, b.closed_on), 1 limit 1""");
        CHECKS.put("hold", """
                with ended as (select ends_hold, sum(points) as points, coalesce(sum(points) filter (where kind = 'CAPTURE'), 0) as captured
                  from bank_transfer where tenant_id = $1 and ends_hold is not null group by ends_hold)
                select cast(coalesce(h.hold_id, t.transfer_id) as text), coalesce(h.state, '-') || ' ' || coalesce(h.captured, 0),
                  coalesce(e.points, 0) || ' ' || coalesce(e.captured, 0)
                from (select * from bank_hold where tenant_id = $1) h
                full join (select * from bank_transfer where tenant_id = $1 and kind = 'HOLD') t on t.transfer_id = h.hold_id
                left join ended e on e.ends_hold = coalesce(h.hold_id, t.transfer_id)
                where h.hold_id is null or t.transfer_id is null or h.points <> t.points or h.captured <> coalesce(e.captured, 0)
                  or coalesce(e.points, 0) <> case h.state when 'PENDING' then 0 else h.points end
                order by 1 limit 1""");
        CHECKS.put("reversal", """
                with pair as (
                  select t.transfer_id, p.account_id, sum(p.points) as points from bank_transfer t
                  join bank_posting p on p.tenant_id = t.tenant_id and p.transfer_id in (t.transfer_id, t.reverses)
                  where t.tenant_id = $1 and t.kind = 'REVERSAL' group by t.transfer_id, p.account_id)
                select cast(t.transfer_id as text), t.kind, coalesce(u.kind, '-') from bank_transfer t
                left join bank_transfer u on u.tenant_id = t.tenant_id and u.transfer_id = t.reverses
                where t.tenant_id = $1 and t.kind in ('REVERSAL', 'REFUND')
                  and (u.kind is null or u.points <> t.points
                    or (t.kind = 'REFUND') <> (u.kind = 'CAPTURE') or t.kind = 'REVERSAL' and u.kind not in ('AWARD', 'SPEND')
                    or exists (select 1 from pair b where b.transfer_id = t.transfer_id and b.points <> 0))
                order by t.transfer_id limit 1""");
    }

    /** Each of them reads whole tables: never row by row. */
    private static final String WHOLESALE = "select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)";

    private SetChecks() {}

    static Uni<Optional<Difference>> first(Statements sql, TenantId tenant) {
        return sql.select(WHOLESALE).chain(() -> each(sql, tenant));
    }

    private static Uni<Optional<Difference>> each(Statements sql, TenantId tenant) {
        return Multi.createFrom()
                .iterable(CHECKS.entrySet())
                .onItem()
                .transformToUniAndConcatenate(check -> sql.first(check.getValue(), tenant.value())
                        .map(found -> found.map(line -> new Difference(check.getKey(), line.text(0), line.text(1), line.text(2)))))
                .filter(Optional::isPresent)
                .collect()
                .first()
                .map(found -> found == null ? Optional.empty() : found);
    }
}
