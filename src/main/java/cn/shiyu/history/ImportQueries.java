package cn.shiyu.history;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Past and present imports of a city, for its administrator. */
@ApplicationScoped
public class ImportQueries {

    private static final int PAGE = 20;
    private static final int REPORT_PAGE = 1_000;

    /** Sorts behind every id. */
    private static final UUID LAST = new UUID(-1, -1);

    @Inject
    TenantSql sql;

    @Inject
    ImportRuns runs;

    @Inject
    ImportLines lines;

    /** Newest first. @param after cursor of the page before, or null */
    public Uni<Page<ImportRun>> list(Caller admin, String after) {
        ImportFlow.administrator(admin);
        UUID before = after == null || after.isBlank() ? LAST : id(after, Refusal.badInput("after", "翻页位置无效,请从第一页重新开始。"));
        return sql.inTx(admin.tenant(), connection -> runs.list(connection, admin.tenant(), before, PAGE + 1))
                .map(found -> new Page<>(
                        found.stream().limit(PAGE).toList(),
                        found.size() > PAGE ? found.get(PAGE - 1).id().toString() : null));
    }

    /** @throws Refusal 404 for another city's run, for none and for what is no id */
    public Uni<ImportRun> run(Caller admin, String id) {
        ImportFlow.administrator(admin);
        UUID run = id(id, Refusal.notFound());
        return sql.inTx(admin.tenant(), connection -> runs.find(connection, admin.tenant(), run))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    private static UUID id(String text, Refusal otherwise) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw otherwise;
        }
    }

    /** The first few refused lines and remarks. */
    public Uni<List<ReportLine>> report(Caller admin, ImportRun run, int most) {
        ImportFlow.administrator(admin);
        return page(admin, run, ReportLine.NONE, most);
    }

    private Uni<List<ReportLine>> page(Caller admin, ImportRun run, ReportLine after, int most) {
        return sql.inTx(admin.tenant(), connection -> lines.page(connection, admin.tenant(), run.id(), after, most));
    }

    /** The whole report as CSV, a page of the table at a time: a million refused lines are never in memory together. */
    public Multi<String> csv(Caller admin, ImportRun run) {
        ImportFlow.administrator(admin);
        AtomicReference<ReportLine> last = new AtomicReference<>(ReportLine.NONE);
        Multi<String> pages = Multi.createBy()
                .repeating()
                .uni(() -> page(admin, run, last.get(), REPORT_PAGE)
                        .invoke(page -> page.stream().skip(Math.max(0, page.size() - 1)).forEach(last::set)))
                .whilst(page -> page.size() == REPORT_PAGE)
                .map(page -> page.stream().map(ReportLine::csv).collect(Collectors.joining()));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(ReportLine.head()), pages);
    }
}
