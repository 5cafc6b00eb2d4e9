package cn.shiyu.history;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.files.FileWorkers;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** An import at the console, step by step: bring the file, write the mapping, start, go on after a break. For the city's administrator. */
@ApplicationScoped
public class ImportFlow {

    @Inject
    TenantSql sql;

    @Inject
    ImportRuns runs;

    @Inject
    ImportFiles files;

    @Inject
    ImportPreviews previews;

    @Inject
    ImportSweep sweep;

    @Inject
    FileWorkers workers;

    @Inject
    CityDirectory cities;

    @Inject
    Clock clock;

    /** @throws Refusal 403 for everybody else */
    public static Caller administrator(Caller caller) {
        if (!caller.holds(Role.TENANT_ADMIN)) {
            throw new Refusal(403, "not-allowed", Messages.get("history.adminOnly"));
        }
        return caller;
    }

    /**
     * Keeps the file and drafts a mapping by its headings.
     *
     * @param upload a file that goes away when the request ends
     * @return the run's id
     * @throws Refusal 422 naming {@code file} when it is empty, has no header or is a spreadsheet's own format
     */
    public Uni<UUID> bring(Caller admin, String fileName, Path upload) {
        administrator(admin);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return sql.inTx(admin.tenant(), connection -> runs.sources(connection, admin.tenant()))
                .chain(sources -> workers.run(() -> keep(admin, id, fileName, upload, sources)))
                .chain(run -> sql.inTx(
                        admin.tenant(), connection -> runs.add(connection, admin.tenant(), id, run, clock.instant())))
                .replaceWith(id);
    }

    private ImportRuns.NewRun keep(Caller admin, UUID id, String fileName, Path upload, List<String> sources)
            throws IOException {
        UploadedTable.refuseIfNone(upload);
        char separator = UploadedTable.separator(upload);
        String mapping;
        try (SourceFile source = SourceFile.open(upload, separator)) {
            List<String> first = source.next(1).stream()
                    .map(record -> record.columns(separator))
                    .filter(columns -> columns != null)
                    .findFirst()
                    .orElse(List.of());
            mapping = MappingDraft.of(source.header(), first, separator, sources);
        }
        String key = files.keep(admin.tenant(), id, upload);
        return new ImportRuns.NewRun(
                fileName, key, Files.size(upload), ImportFiles.digest(upload), mapping, admin.id());
    }

    /** Keeps what was written, with its faults: nothing typed is lost, and the preview names them. */
    public Uni<Void> write(Caller admin, UUID run, String mapping) {
        return owned(admin, run)
                .chain(() -> sql.inTx(
                        admin.tenant(), connection -> runs.write(connection, admin.tenant(), run, mapping)))
                .invoke(ImportFlow::refuseUnless)
                .replaceWithVoid();
    }

    /** What would happen, without anything happening. */
    public Uni<ImportPreview> preview(Caller admin, ImportRun run) {
        administrator(admin);
        return workers.run(() -> previews.of(cities.byId(admin.tenant()), files.of(run.fileKey()), run.mapping()));
    }

    /** @throws Refusal 422 while the mapping has faults; 409 when it runs already */
    public Uni<Void> start(Caller admin, UUID run) {
        return owned(admin, run)
                .call(found -> preview(admin, found).invoke(ImportFlow::refuseFaulty))
                .chain(found -> move(admin, run, RunState.DRAFT, RunState.WAITING))
                .invoke(sweep::soon);
    }

    private static void refuseFaulty(ImportPreview preview) {
        if (preview.isFaulty()) {
            throw Refusal.badInput(preview.faults());
        }
    }

    /** From where it stopped. */
    public Uni<Void> goOn(Caller admin, UUID run) {
        return owned(admin, run)
                .invoke(found -> refuseUnless(found.fileKey() != null))
                .chain(found -> move(admin, run, RunState.FAILED, RunState.WAITING))
                .invoke(sweep::soon);
    }

    /** Before it began: the file goes, the run is no longer listed. */
    public Uni<Void> discard(Caller admin, UUID run) {
        return owned(admin, run)
                .call(found -> move(admin, run, RunState.DRAFT, RunState.DISCARDED))
                .chain(found -> workers.run(() -> {
                    files.remove(found.fileKey());
                    return null;
                }));
    }

    /** @throws Refusal 404 for another city's run or none */
    private Uni<ImportRun> owned(Caller admin, UUID run) {
        administrator(admin);
        return sql.inTx(admin.tenant(), connection -> runs.find(connection, admin.tenant(), run))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    private Uni<Void> move(Caller admin, UUID run, RunState from, RunState to) {
        return sql.inTx(admin.tenant(), connection -> runs.move(connection, admin.tenant(), run, from, to, clock.instant()))
                .invoke(ImportFlow::refuseUnless)
                .replaceWithVoid();
    }

    private static void refuseUnless(boolean stoodThere) {
        if (!stoodThere) {
            throw Refusal.staleVersion();
        }
    }
}
