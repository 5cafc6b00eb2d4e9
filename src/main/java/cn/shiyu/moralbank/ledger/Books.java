package cn.shiyu.moralbank.ledger;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The tables of transfers, postings and lots. */
final class Books {

    // A lock of its own, since the application may not update lots and so cannot lock their rows.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('bank-lots:' || $1 || $2, 0))";
    private static final String LOTS = """
            select lot_id, account_id, budget, expires_on, remaining from bank_lot
            where tenant_id = $1 and account_id = $2 and remaining > 0 order by expires_on, lot_id""";
    private static final String KIND = "select kind from bank_account where tenant_id = $1 and account_id = $2";
    private static final String TRANSFER = """
            insert into bank_transfer (tenant_id, transfer_id, kind, key, digest, booked_on, booked_at, booked_by, reason, source_type,
              source_id, rules, reverses, ends_hold, points, postings, seal)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) on conflict (tenant_id, key) do nothing""";
    // What follows an entry whose key came before finds no transfer of its id and does nothing.
    private static final String IF_BOOKED = " where exists (select 1 from bank_transfer where tenant_id = $1 and transfer_id = $2)";
    private static final String MADE = """
            insert into bank_lot (tenant_id, lot_id, account_id, budget, expires_on)
            select cast($1 as text), cast($3 as uuid), cast($4 as uuid), cast($5 as uuid), cast($6 as date)""" + IF_BOOKED;
    private static final String POSTING = """
            insert into bank_posting (tenant_id, transfer_id, place, account_id, lot_id, points, booked_on)
            select cast($1 as text), cast($2 as uuid), cast($3 as smallint), cast($4 as uuid), cast($5 as uuid), cast($6 as bigint), cast($7 as date)""" + IF_BOOKED;
    private static final String EARLIER =
            "select transfer_id, digest, booked_at from bank_transfer where tenant_id = $1 and key = $2";
    private static final String FIND = """
            select kind, reason, source_type, source_id, rules, points, key from bank_transfer where tenant_id = $1 and transfer_id = $2""";
    private static final String POSTINGS = """
            select p.account_id, a.kind, p.points, l.lot_id, l.budget, l.expires_on, l.remaining from bank_posting p
            join bank_account a using (tenant_id, account_id) left join bank_lot l on l.tenant_id = p.tenant_id and l.lot_id = p.lot_id
            where p.tenant_id = $1 and p.transfer_id = $2 order by p.place""";
    // What a hold took from each lot and did not give back.
    private static final String OF_HOLD = """
            select l.account_id, max(a.kind), -sum(p.points), l.lot_id, l.budget, l.expires_on, l.remaining from bank_transfer t
            join bank_posting p using (tenant_id, transfer_id)
            join bank_lot l on l.tenant_id = p.tenant_id and l.lot_id = p.lot_id
            join bank_account a on a.tenant_id = l.tenant_id and a.account_id = l.account_id
            where t.tenant_id = $1 and (t.transfer_id = $2 or t.ends_hold = $2 and t.kind = 'RELEASE')
            group by l.tenant_id, l.lot_id having sum(p.points) < 0 order by l.expires_on, l.lot_id""";

    /** A posting as it stands in the books. */
    record Booked(UUID account, AccountKind kind, long points, Lot lot) {}

    private Books() {}

    /** Locks the account's lots for this transaction and reads those with something left, first to expire first. */
    static Uni<List<Lot>> lockLots(Statements sql, TenantId tenant, UUID account) {
        // Sent together, done in order.
        return Uni.combine()
                .all()
                .unis(sql.select(LOCK, tenant.value(), account.toString()), sql.select(LOTS, tenant.value(), account))
                .with((locked, lines) -> lines.stream().map(line -> lot(line, 0)).toList());
    }

    /** Locks the lots of whoever owns them, before any of these moves; everybody takes this lock before a row of lots or budgets. */
    static Uni<Void> lockLots(Statements sql, TenantId tenant, List<Booked> moved) {
        Uni<?> locked = Uni.createFrom().voidItem();
        for (UUID owner : moved.stream().filter(one -> one.lot() != null).map(Booked::account).distinct().sorted().toList()) {
            locked = locked.chain(() -> sql.select(LOCK, tenant.value(), owner.toString()));
        }
        return locked.replaceWithVoid();
    }

    static Uni<List<Lot>> lots(Statements sql, TenantId tenant, UUID account) {
        return sql.select(LOTS, tenant.value(), account)
                .map(lines -> lines.stream().map(line -> lot(line, 0)).toList());
    }

    static Uni<AccountKind> kind(Statements sql, TenantId tenant, UUID account) {
        return sql.first(KIND, tenant.value(), account)
                .map(found -> AccountKind.valueOf(found.orElseThrow(
                                () -> new IllegalArgumentException("no such account"))
                        .text(0)));
    }

    /** @return false where the key came before; nothing is written then */
    static Uni<Boolean> write(Statements sql, TenantId tenant, Entry entry) {
        Transfer it = entry.transfer();
        Uni<Integer> transfer = sql.update(
                TRANSFER, tenant.value(), entry.id(), it.kind().name(), it.key(), it.digest(), entry.day(), entry.at(),
                entry.by(), it.reason(), it.source().type(), it.source().id(), it.rules(), entry.reverses(),
                entry.endsHold(), it.points(), entry.postings().size(), Seal.of(tenant, entry));
        Uni<Void> made = entry.made().isEmpty() ? Uni.createFrom().voidItem() : sql.batch(MADE, lotRows(tenant, entry));
        Uni<Void> postings = sql.batch(POSTING, postingRows(tenant, entry));
        return Uni.combine().all().unis(transfer, made, postings).with((written, lots, lines) -> written == 1);
    }

    private static List<Object[]> lotRows(TenantId tenant, Entry entry) {
        return entry.made().stream()
                .map(lot -> new Object[] {tenant.value(), entry.id(), lot.id(), lot.account(), lot.budget(), lot.expires()})
                .toList();
    }

    private static List<Object[]> postingRows(TenantId tenant, Entry entry) {
        return IntStream.range(0, entry.postings().size())
                .mapToObj(at -> row(tenant, entry, at + 1, entry.postings().get(at)))
                .toList();
    }

    private static Object[] row(TenantId tenant, Entry entry, int place, Posting posting) {
        UUID lot = posting.lot() == null ? null : posting.lot().id();
        return new Object[] {tenant.value(), entry.id(), place, posting.account(), lot, posting.points(), entry.day()};
    }

    /** The transfer that this key brought about, if any. @throws cn.shiyu.platform.problem.Refusal 409 when it asked for something else */
    static Uni<Optional<Receipt>> earlier(Statements sql, TenantId tenant, Transfer again) {
        return sql.first(EARLIER, tenant.value(), again.key()).map(found -> found.map(line -> {
            if (!Arrays.equals(line.bytes(1), again.digest())) {
                throw LedgerRefusals.keyReused();
            }
            return new Receipt(line.uuid(0), true, line.instant(2));
        }));
    }

    /** @return kind, reason, source, rules, points and key of a transfer */
    static Uni<Optional<Line>> find(Statements sql, TenantId tenant, UUID transfer) {
        return sql.first(FIND, tenant.value(), transfer);
    }

    static Uni<List<Booked>> postings(Statements sql, TenantId tenant, UUID transfer) {
        return booked(sql.select(POSTINGS, tenant.value(), transfer));
    }

    /** What a hold took from lots and has not given back, as positive points. */
    static Uni<List<Booked>> ofHold(Statements sql, TenantId tenant, UUID hold) {
        return booked(sql.select(OF_HOLD, tenant.value(), hold));
    }

    private static Uni<List<Booked>> booked(Uni<List<Line>> lines) {
        return lines.map(all -> all.stream()
                .map(line -> new Booked(
                        line.uuid(0), AccountKind.valueOf(line.text(1)), line.bigNumber(2),
                        line.missing(3)
                                ? null
                                : new Lot(line.uuid(3), line.uuid(0), line.uuid(4), (LocalDate) line.values()[5], line.bigNumber(6))))
                .toList());
    }

    private static Lot lot(Line line, int from) {
        return new Lot(line.uuid(from), line.uuid(from + 1), line.uuid(from + 2), (LocalDate) line.values()[from + 3], line.bigNumber(from + 4));
    }
}
