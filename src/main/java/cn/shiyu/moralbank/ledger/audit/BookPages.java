package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The books from the first transfer to the last, a page at a time, by day and then by id. */
final class BookPages {

    /** So many transfers at a time lie in memory. */
    static final int SIZE = 2_000;

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String COLUMNS = """
            select t.transfer_id, t.kind, t.key, t.digest, t.booked_on, t.booked_at, t.booked_by, t.reason, t.source_type, t.source_id,
              t.rules, t.reverses, t.ends_hold, t.points, cast(t.postings as integer), t.seal, coalesce(u.kind, '')
            from bank_transfer t left join bank_transfer u on u.tenant_id = t.tenant_id and u.transfer_id = t.reverses
            where t.tenant_id = $1""";
    private static final String TRANSFERS = COLUMNS
            + " and (t.booked_on, t.transfer_id) > (cast($2 as date), cast($3 as uuid)) order by t.booked_on, t.transfer_id limit $4";
    private static final String ONE = COLUMNS + " and t.transfer_id = $2";
    private static final String POSTINGS = """
            select p.transfer_id, cast(p.place as integer), p.account_id, a.kind, p.lot_id, p.points, p.booked_on, l.budget, l.account_id,
              l.expires_on
            from bank_posting p
            left join bank_account a on a.tenant_id = p.tenant_id and a.account_id = p.account_id
            left join bank_lot l on l.tenant_id = p.tenant_id and l.lot_id = p.lot_id
            where p.tenant_id = $1 and p.transfer_id = any($2) order by p.transfer_id, p.place""";

    private final Statements sql;
    private final TenantId tenant;
    private LocalDate day;
    private UUID last = BEFORE_ALL;

    /** @param from first day to read */
    BookPages(Statements sql, TenantId tenant, LocalDate from) {
        this.sql = sql;
        this.tenant = tenant;
        this.day = from;
    }

    /** @return fewer than {@link #SIZE} on the last page */
    Uni<List<BookedTransfer>> next() {
        return sql.select(TRANSFERS, tenant.value(), day, last, SIZE).chain(lines -> {
            Map<UUID, BookedTransfer> page = new LinkedHashMap<>();
            lines.stream().map(BookedTransfer::of).forEach(one -> page.put(one.id(), one));
            return filled(sql, tenant, page).invoke(all -> {
                if (!all.isEmpty()) {
                    day = all.get(all.size() - 1).day();
                    last = all.get(all.size() - 1).id();
                }
            });
        });
    }

    /** One of them, wherever it stands. */
    static Uni<Optional<BookedTransfer>> one(Statements sql, TenantId tenant, UUID id) {
        return sql.select(ONE, tenant.value(), id).chain(lines -> {
            Map<UUID, BookedTransfer> found = new LinkedHashMap<>();
            lines.stream().map(BookedTransfer::of).forEach(it -> found.put(it.id(), it));
            return filled(sql, tenant, found).map(all -> all.stream().findFirst());
        });
    }

    private static Uni<List<BookedTransfer>> filled(Statements sql, TenantId tenant, Map<UUID, BookedTransfer> page) {
        if (page.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sql.select(POSTINGS, tenant.value(), page.keySet().toArray(UUID[]::new)).map(postings -> {
            postings.forEach(line -> page.get(line.uuid(0)).lines().add(BookedTransfer.posting(line)));
            return List.copyOf(page.values());
        });
    }
}
