package cn.shiyu.moralbank.ledger;

import java.util.List;

/** What always holds, in SQL that knows nothing of the ledger's own: each query gives what is wrong with some accounts. */
final class LedgerLaws {

    private static final String OURS = """
            with ours as (select unnest(?) as account_id),
            mine as (select distinct p.transfer_id from bank_posting p join ours using (account_id)),
            moved as (select t.transfer_id, t.kind, t.reverses, t.ends_hold, t.points as stated, p.account_id, p.lot_id, p.points, a.kind as account_kind
              from mine join bank_transfer t using (transfer_id) join bank_posting p using (transfer_id) join bank_account a on a.account_id = p.account_id)
            """;

    static final List<String> ALL = List.of(
            OURS + "select 'postings of ' || transfer_id || ' sum to ' || sum(points) from moved group by transfer_id having sum(points) <> 0",
            OURS + "select 'lot ' || l.lot_id || ' has ' || l.remaining || ', its postings ' || coalesce(sum(m.points), 0) from bank_lot l"
                    + " join ours using (account_id) left join moved m on m.lot_id = l.lot_id group by l.lot_id, l.remaining"
                    + " having l.remaining <> coalesce(sum(m.points), 0) or l.remaining < 0",
            // Every transfer once more, in order, from nothing: nobody ends below zero, and budgets where they say they are.
            OURS + "select a.kind || ' has ' || a.balance || ', replayed ' || coalesce(sum(m.points), 0) from bank_account a join ours using (account_id)"
                    + " left join moved m on m.account_id = a.account_id group by a.account_id, a.kind, a.balance"
                    + " having coalesce(sum(m.points), 0) < 0 or a.kind = 'BUDGET' and a.balance <> coalesce(sum(m.points), 0)",
            OURS + "select 'hold ' || h.hold_id || ' ' || h.state || ' but ended with ' || coalesce(sum(e.stated), 0) from bank_hold h"
                    + " join (select distinct transfer_id from moved where kind = 'HOLD') m on m.transfer_id = h.hold_id"
                    + " left join (select distinct transfer_id, ends_hold, stated from moved where ends_hold is not null) e on e.ends_hold = h.hold_id"
                    + " group by h.hold_id, h.state, h.points having coalesce(sum(e.stated), 0) <> case h.state when 'PENDING' then 0 else h.points end",
            OURS + "select 'reversed twice ' || reverses from (select distinct transfer_id, reverses from moved where reverses is not null) r group by reverses having count(*) > 1",
            // Issued = spent + expired + held + outstanding.
            OURS + "select 'issued ' || issued || ', spent ' || spent || ', expired ' || expired || ', held ' || held || ', outstanding ' || outstanding from ("
                    + " select coalesce(-sum(points) filter (where account_kind = 'BUDGET' and kind in ('AWARD', 'REVERSAL')), 0) as issued,"
                    + "  coalesce(sum(points) filter (where account_kind = 'MERCHANT' and kind <> 'SETTLE'), 0) as spent,"
                    + "  coalesce(sum(points) filter (where account_kind = 'EXPIRY'), 0) as expired,"
                    + "  coalesce(sum(points) filter (where account_kind = 'HELD'), 0) as held,"
                    + "  (select coalesce(sum(remaining), 0) from bank_lot join ours using (account_id)) as outstanding from moved) s"
                    + " where issued <> spent + expired + held + outstanding");

    private LedgerLaws() {}
}
