package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.clock.Calendars;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Recomputes a city's books and names the first difference: every transfer with its postings and its seal, every closed day with its
 * digest, then lots, balances, limits, snapshots, holds and reversals. In one snapshot of the database, a page at a time: books of any
 * size take the same memory, and people go on paying meanwhile.
 */
@ApplicationScoped
public class Reconciliation {

    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);
    private static final String PATIENT = "select set_config('statement_timeout', '0', true), set_config('plan_cache_mode', 'force_custom_plan', true)";
    private static final String FIRST = "select min(booked_on) from bank_transfer where tenant_id = $1 and booked_on >= $2";
    private static final String BEFORE = "select digest from bank_close where tenant_id = $1 and closed_on = $2";

    @Inject
    TenantSql sql;

    @Inject
    Calendars calendars;

    /**
     * @param from days before it are taken as they were closed; empty for all
     * @param progress is told now and then how far it has come
     */
    public Uni<AuditReport> run(City city, Optional<LocalDate> from, Consumer<String> progress) {
        AuditReport report = new AuditReport(city.id().value(), progress);
        return sql.inSnapshot(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return on.select(PATIENT)
                    .chain(() -> walk(on, city, from.orElse(BEGINNING), report))
                    .chain(() -> report.isWhole() ? rest(on, city, report) : Uni.createFrom().voidItem())
                    .replaceWith(report);
        });
    }

    private Uni<Void> walk(Statements on, City city, LocalDate from, AuditReport report) {
        TransferCheck check = new TransferCheck(city.id().value(), calendars.of(city).zone());
        return DayBook.read(on, city.id(), from).chain(book -> walkOf(on, city, from, book).chain(walk -> {
            BookPages pages = new BookPages(on, city.id(), from);
            return Multi.createBy()
                    .repeating()
                    .uni(() -> pages.next().invoke(page -> look(page, check, walk, report)))
                    .whilst(page -> page.size() == BookPages.SIZE && report.isWhole())
                    .collect()
                    .last()
                    .invoke(() -> {
                        if (report.isWhole()) {
                            walk.end().ifPresent(report::found);
                        }
                    })
                    .replaceWithVoid();
        }));
    }

    private static Uni<DayWalk> walkOf(Statements on, City city, LocalDate from, DayBook book) {
        return on.first(FIRST, city.id().value(), from).chain(line -> {
            LocalDate moved = line.filter(found -> !found.missing(0)).map(found -> (LocalDate) found.values()[0]).orElse(null);
            LocalDate closed = book.closes().isEmpty() ? null : book.closes().firstKey();
            // Told from a day on, days on which nothing moved count from there too.
            LocalDate first = from.equals(BEGINNING) ? earlier(moved, closed) : from;
            return on.first(BEFORE, city.id().value(), first.minusDays(1))
                    .map(before -> new DayWalk(
                            city.id().value(), book, first, before.map(found -> found.bytes(0)).orElse(new byte[0])));
        });
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other == null ? BEGINNING : other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static void look(List<BookedTransfer> page, TransferCheck check, DayWalk walk, AuditReport report) {
        for (BookedTransfer it : page) {
            check.fault(it).or(() -> walk.see(it)).ifPresent(report::found);
            if (!report.isWhole()) {
                return;
            }
            report.saw(it.day(), it.lines().size());
        }
    }

    private static Uni<Void> rest(Statements on, City city, AuditReport report) {
        report.tell(Messages.get("ledger.reconcile.sums"));
        return SetChecks.first(on, city.id())
                .invoke(found -> found.ifPresent(report::found))
                .replaceWithVoid();
    }
}
