package cn.shiyu.history;

import cn.shiyu.casework.PastCase;
import cn.shiyu.casework.PastCaseFlow;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Brings in some lines in one transaction: cases, what is remembered of each, what was refused, and the run's progress. So a
 * line is done or not done, whatever breaks when.
 */
@ApplicationScoped
class ImportBatch {

    @Inject
    TenantSql sql;

    @Inject
    ImportRuns runs;

    @Inject
    ImportedCases imported;

    @Inject
    ImportLines report;

    @Inject
    PastCaseFlow cases;

    @Inject
    Sealer sealer;

    @Inject
    BlindIndex index;

    @Inject
    Clock clock;

    /**
     * @param before how many lines of the run were done
     * @param bytes how far the file is read
     * @throws LostRun when somebody else has taken the run over
     */
    Uni<Tally> store(Work work, int before, List<PastLine> lines, long bytes) {
        Instant now = clock.instant();
        return sql.inTx(work.city().id(), connection -> sort(connection, work, lines)
                        .call(sorted -> add(connection, work, sorted.taken(), now))
                        .call(sorted -> report.add(connection, work.city().id(), work.run(), sorted.remarked()))
                        .chain(sorted -> progress(connection, work, before, sorted.tally(), bytes, now)))
                .call(tally -> tally.taken() > 0 ? cases.arrived(work.city().id()) : Uni.createFrom().voidItem());
    }

    /** @param worker whose turn it is */
    record Work(City city, UUID run, UUID worker, ImportMapping mapping) {
        String source() {
            return mapping.source().code();
        }
    }

    /** Without writing anything: what would become of them. */
    Uni<SortedLines> tryOut(City city, String source, List<PastLine> lines) {
        return sql.inTx(city.id(), connection -> known(connection, city, source, lines));
    }

    private Uni<SortedLines> sort(SqlConnection connection, Work work, List<PastLine> lines) {
        return known(connection, work.city(), work.source(), lines);
    }

    private Uni<SortedLines> known(SqlConnection connection, City city, String source, List<PastLine> lines) {
        List<String> ids = lines.stream().filter(PastLine::isGood).map(PastLine::sourceId).toList();
        return imported.known(connection, city.id(), source, ids).map(known -> SortedLines.of(lines, known));
    }

    private Uni<Void> add(SqlConnection connection, Work work, List<PastLine> taken, Instant now) {
        Caller source = Caller.source(work.city().id(), work.source(), work.mapping().sourceName());
        List<PastCase> past = taken.stream().map(PastLine::past).toList();
        return cases.take(connection, work.city(), source, past, now)
                .chain(ids -> imported.add(connection, rows(work, taken, ids, now)));
    }

    private List<Object[]> rows(Work work, List<PastLine> taken, List<UUID> ids, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            PastLine line = taken.get(i);
            rows.add(new Object[] {
                work.city().id().value(), work.source(), line.sourceId(), ids.get(i), work.run(), line.digest(),
                sealed(work, line, ids.get(i)), digest(work, line.person()), now
            });
        }
        return rows;
    }

    private byte[] sealed(Work work, PastLine line, UUID caseId) {
        return sealer.seal(work.city().id(), Purpose.IDENTITY, "imported-person|" + caseId, line.person());
    }

    /** The same name at two sources may be two people. */
    private byte[] digest(Work work, String person) {
        return person == null
                ? null
                : index.digest(work.city().id(), Purpose.IDENTITY, "imported-person|" + work.source() + "|" + person);
    }

    private Uni<Tally> progress(
            SqlConnection connection, Work work, int before, Tally tally, long bytes, Instant now) {
        return runs.progress(connection, work.city().id(), work.run(), work.worker(), before, tally, bytes, now)
                .map(mine -> {
                    if (!mine) {
                        throw new LostRun();
                    }
                    return tally;
                });
    }
}
