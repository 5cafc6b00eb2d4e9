package cn.shiyu.history;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code import_run}. */
@ApplicationScoped
class ImportRuns {

    /** A worker that gave no sign for so long is gone; a batch takes well under a second. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String ADD = """
            insert into import_run (tenant_id, run_id, file_name, file_key, file_bytes, file_digest, mapping, state, started_by,
              created_at) values ($1, $2, $3, $4, $5, $6, $7, 'DRAFT', $8, $9)""";

    private static final String OF = "select " + ImportRun.COLUMNS + " from import_run where tenant_id = $1 and run_id = $2";

    private static final String LIST = "select " + ImportRun.COLUMNS
            + " from import_run where tenant_id = $1 and state <> 'DISCARDED' and run_id < $2 order by run_id desc limit $3";

    /** The run of the same file and source that was cut short, newest first. */
    private static final String CUT_SHORT = "select " + ImportRun.COLUMNS + """
             from import_run where tenant_id = $1 and file_digest = $2 and mapping = $3 and file_key is null
               and (state = 'FAILED' or state = 'RUNNING' and alive_at < $4)
            order by run_id desc limit 1""";

    private static final String WAITING = """
            select run_id from import_run where tenant_id = $1 and file_key is not null
              and state in ('WAITING', 'RUNNING') and (alive_at is null or alive_at < $2) order by run_id limit 1""";

    /** Whoever moves a run from where it was seen has it; a second one changes no row. */
    private static final String CLAIM = """
            update import_run set state = 'RUNNING', worker = $3, alive_at = $4, failure = null, ended_at = null
            where tenant_id = $1 and run_id = $2 and (state in ('DRAFT', 'WAITING', 'FAILED') or alive_at < $5)""";

    private static final String NAME = """
            update import_run set source = $3, source_name = $4, unused = $5 where tenant_id = $1 and run_id = $2""";

    private static final String MOVE = """
            update import_run set state = $3, failure = $4, ended_at = $5, alive_at = null
            where tenant_id = $1 and run_id = $2 and state = $6""";

    private static final String WRITE = """
            update import_run set mapping = $3 where tenant_id = $1 and run_id = $2 and state = 'DRAFT'""";

    private static final String PROGRESS = """
            update import_run set lines = lines + $4, taken = taken + $5, there = there + $6, refused = refused + $7,
              warned = warned + $8, bytes_read = greatest(bytes_read, $9), alive_at = $10
            where tenant_id = $1 and run_id = $2 and worker = $3 and state = 'RUNNING' and lines = $11""";

    private static final String END = """
            update import_run set state = $4, failure = $5, ended_at = $6, alive_at = null
            where tenant_id = $1 and run_id = $2 and worker = $3 and state = 'RUNNING'""";

    private static final String FORGET = "update import_run set file_key = null where tenant_id = $1 and run_id = $2";

    private static final String SOURCES = """
            select distinct source from import_run where tenant_id = $1 and state = 'DONE' order by source limit 50""";

    /** Codes of the sources this city has imported from. */
    Uni<List<String>> sources(SqlConnection connection, TenantId tenant) {
        return Statements.on(connection)
                .select(SOURCES, tenant.value())
                .map(lines -> lines.stream().map(line -> line.text(0)).toList());
    }

    /** The file itself is gone. */
    Uni<Void> forgetFile(SqlConnection connection, TenantId tenant, UUID id) {
        return Statements.on(connection).update(FORGET, tenant.value(), id).replaceWithVoid();
    }

    Uni<Void> add(SqlConnection connection, TenantId tenant, UUID id, NewRun run, Instant now) {
        return Statements.on(connection)
                .update(
                        ADD, tenant.value(), id, run.fileName(), run.fileKey(), run.fileBytes(), run.fileDigest(),
                        run.mapping(), run.startedBy(), now)
                .replaceWithVoid();
    }

    /** @param fileKey null when only the command that named the file can read it */
    record NewRun(
            String fileName, String fileKey, long fileBytes, byte[] fileDigest, String mapping, String startedBy) {}

    Uni<Optional<ImportRun>> find(SqlConnection connection, TenantId tenant, UUID id) {
        return Statements.on(connection).first(OF, tenant.value(), id).map(found -> found.map(ImportRun::read));
    }

    /** @param before id of the last run of the page before */
    Uni<List<ImportRun>> list(SqlConnection connection, TenantId tenant, UUID before, int most) {
        return Statements.on(connection)
                .select(LIST, tenant.value(), before, most)
                .map(lines -> lines.stream().map(ImportRun::read).toList());
    }

    Uni<Optional<ImportRun>> cutShort(
            SqlConnection connection, TenantId tenant, byte[] digest, String mapping, Instant now) {
        return Statements.on(connection)
                .first(CUT_SHORT, tenant.value(), digest, mapping, now.minus(LEASE))
                .map(found -> found.map(ImportRun::read));
    }

    /** One that nobody works on and whose file every instance can read. */
    Uni<Optional<UUID>> waiting(SqlConnection connection, TenantId tenant, Instant now) {
        return Statements.on(connection)
                .first(WAITING, tenant.value(), now.minus(LEASE))
                .map(found -> found.map((Line line) -> line.uuid(0)));
    }

    Uni<Boolean> claim(SqlConnection connection, TenantId tenant, UUID id, UUID worker, Instant now) {
        return Statements.on(connection)
                .update(CLAIM, tenant.value(), id, worker, now, now.minus(LEASE))
                .map(changed -> changed == 1);
    }

    Uni<Void> name(SqlConnection connection, TenantId tenant, UUID id, ImportMapping mapping, List<String> unused) {
        return Statements.on(connection)
                .update(NAME, tenant.value(), id, mapping.source().code(), mapping.sourceName(), ImportRun.json(unused))
                .replaceWithVoid();
    }

    Uni<Boolean> write(SqlConnection connection, TenantId tenant, UUID id, String mapping) {
        return Statements.on(connection).update(WRITE, tenant.value(), id, mapping).map(changed -> changed == 1);
    }

    /** @return whether it stood where it was expected to */
    Uni<Boolean> move(SqlConnection connection, TenantId tenant, UUID id, RunState from, RunState to, Instant now) {
        Instant ended = to == RunState.DISCARDED ? now : null;
        return Statements.on(connection)
                .update(MOVE, tenant.value(), id, to.name(), null, ended, from.name())
                .map(changed -> changed == 1);
    }

    /** @param before how many lines had been done: a worker that was thought dead and is not must not count on */
    Uni<Boolean> progress(
            SqlConnection connection, TenantId tenant, UUID id, UUID worker, int before, Tally more, long bytes, Instant now) {
        return Statements.on(connection)
                .update(
                        PROGRESS, tenant.value(), id, worker, more.lines(), more.taken(), more.there(), more.refused(),
                        more.warned(), bytes, now, before)
                .map(changed -> changed == 1);
    }

    Uni<Boolean> end(
            SqlConnection connection, TenantId tenant, UUID id, UUID worker, RunState state, String failure, Instant now) {
        return Statements.on(connection)
                .update(END, tenant.value(), id, worker, state.name(), failure, now)
                .map(changed -> changed == 1);
    }
}
