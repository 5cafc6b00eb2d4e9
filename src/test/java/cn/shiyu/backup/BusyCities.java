package cn.shiyu.backup;

import cn.shiyu.dev.SpareDatabase;
import cn.shiyu.dev.TestServers;
import cn.shiyu.eventlog.ChainReport;
import cn.shiyu.eventlog.ChainVerifications;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.platform.files.FileKey;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import cn.shiyu.tenancy.TenantSqls;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Two cities at work in a database: chained events, drafts, photos; as the application's role. */
final class BusyCities implements AutoCloseable {

    static final List<TenantId> CITIES = List.of(new TenantId("jieshou"), new TenantId("liaocheng"));

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final TenantSql sql;
    private final EventLog log = new EventLog();
    private final Path uploads;
    private final AtomicBoolean busy = new AtomicBoolean();
    private Thread work;
    private int written;

    BusyCities(SpareDatabase database, Path uploads) {
        this.pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(database.port())
                        .setDatabase("shiyu")
                        .setUser("shiyu_app")
                        .setPassword(TestServers.databasePassword()))
                .using(vertx.getDelegate())
                .build());
        this.sql = TenantSqls.over(pool);
        this.uploads = uploads;
    }

    /** So many cases in each city: three events, a draft and an attached photo each. */
    void write(int cases) {
        for (int i = 0; i < cases; i++) {
            CITIES.forEach(this::writeOne);
        }
    }

    private void writeOne(TenantId city) {
        UUID subject = UUID.randomUUID();
        UUID photo = UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        byte[] bytes = ("a photo, number " + written++).getBytes(StandardCharsets.UTF_8);
        store(FileKey.of(city, photo, now), bytes);
        sql.inTx(city, connection -> append(connection, city, new StreamId("case", subject), 3)
                        .chain(() -> Statements.on(connection)
                                .update(
                                        "insert into case_draft (tenant_id, resident_id, answers, updated_at)"
                                                + " values ($1, $2, '{\"body\":\"路灯不亮\"}', $3)",
                                        city.value(),
                                        subject.toString(),
                                        now))
                        .chain(() -> Statements.on(connection)
                                .update(
                                        "insert into file (tenant_id, file_id, owner_kind, owner_id, subject_type, subject_id,"
                                                + " media_type, size, sm3, created_at)"
                                                + " values ($1, $2, 'RESIDENT', 'r', 'case', $3, 'image/jpeg', $4, $5, $6)",
                                        city.value(),
                                        photo,
                                        subject,
                                        (long) bytes.length,
                                        Sm3.digest(bytes),
                                        now)))
                .await()
                .atMost(LONGEST);
    }

    /** Events of the same kind again, under the same stream. */
    void append(TenantId city, UUID stream, int events) {
        sql.inTx(city, connection -> append(connection, city, new StreamId("case", stream), events))
                .await()
                .atMost(LONGEST);
    }

    private Uni<?> append(SqlConnection connection, TenantId city, StreamId stream, int events) {
        List<NewEvent> facts = java.util.stream.IntStream.range(0, events)
                .mapToObj(n -> NewEvent.of("CaseUrged", Map.of("n", n), "第 " + n + " 次"))
                .toList();
        return log.append(connection, Caller.system(city, "test"), null, stream, facts, Instant.now());
    }

    private void store(String key, byte[] bytes) {
        try {
            Path file = uploads.resolve(key);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startWorking() {
        busy.set(true);
        work = new Thread(
                () -> {
                    while (busy.get()) {
                        write(1);
                    }
                },
                "busy-cities");
        work.start();
    }

    void stopWorking() throws InterruptedException {
        busy.set(false);
        work.join();
    }

    ChainReport chains(TenantId city) {
        return ChainVerifications.over(sql).verify(city).await().atMost(LONGEST);
    }

    @Override
    public void close() {
        pool.close().await().atMost(LONGEST);
        vertx.close().await().atMost(LONGEST);
    }
}
