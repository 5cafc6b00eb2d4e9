package cn.shiyu.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** What must hold in the moral bank's books whatever befell, asked in SQL past the application, and then of the operator's command. */
final class LedgerTruth {

    private final Rig rig;
    private final Books books;

    LedgerTruth(Rig rig, Books books) {
        this.rig = rig;
        this.books = books;
    }

    void expect() {
        assertThat(books.column("""
                select t.transfer_id from bank_transfer t left join bank_posting p using (tenant_id, transfer_id)
                group by t.transfer_id, t.postings, t.points
                having count(p.place) <> t.postings or sum(p.points) <> 0 or sum(p.points) filter (where p.points > 0) <> t.points""")).isEmpty();
        assertThat(books.column("select transfer_id from bank_posting p where not exists (select 1 from bank_transfer t where t.transfer_id = p.transfer_id)"))
                .isEmpty();
        assertThat(books.column("""
                select l.lot_id from bank_lot l left join bank_posting p using (tenant_id, lot_id)
                group by l.lot_id, l.remaining having l.remaining <> coalesce(sum(p.points), 0)""")).isEmpty();
        assertThat(reconcile()).isZero();
    }

    /** As a process of its own. */
    private int reconcile() {
        return rig.another("reconcile", "256m", Map.of("shiyu.command", "reconcile", "shiyu.city", "jieshou")).exitCode();
    }
}
