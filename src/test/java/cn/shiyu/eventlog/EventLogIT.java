package cn.shiyu.eventlog;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.Surface;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import cn.shiyu.tenancy.TenantTx;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EventLogIT {

    private static final TenantId JIESHOU = new TenantId("jieshou");
    private static final TenantId LIAOCHENG = new TenantId("liaocheng");
    private static final Instant NOW = Instant.parse("2026-03-02T01:02:03.123456Z");
    private static final Caller DISPATCHER = new Caller(
            JIESHOU,
            ActorKind.STAFF,
            "dispatcher1",
            "调度员甲",
            Set.of(new Post("C341282000000", Role.DISPATCHER)),
            Surface.CONSOLE);

    @Inject
    EventLog log;

    @Inject
    EventQueries queries;

    @Inject
    TenantTx tx;

    @Inject
    TenantSql sql;

    private final StreamId stream = new StreamId("case", UUID.randomUUID());

    @Test
    void tellsWhoDidWhatWhenAndFromWhere() {
        append(NewEvent.of("CaseDispatched", Map.of("lead", "D-urban-management", "assists", List.of("T1")), "请尽快处理"));
        StoredEvent event = read().get(0);
        assertThat(event.seq()).isEqualTo(1);
        assertThat(event.is("CaseDispatched")).isTrue();
        assertThat(event.at()).isEqualTo(NOW);
        assertThat(event.actorKind()).isEqualTo(ActorKind.STAFF);
        assertThat(event.actorId()).isEqualTo("dispatcher1");
        assertThat(event.actorUnit()).isEqualTo("C341282000000");
        assertThat(event.surface()).isEqualTo(Surface.CONSOLE);
        assertThat(event.fact("lead")).isEqualTo("D-urban-management");
        assertThat(event.facts().get("assists").get(0).asText()).isEqualTo("T1");
        assertThat(event.words()).isEqualTo("请尽快处理");
    }

    @Test
    void continuesOneStreamOverBothClients() {
        append(NewEvent.of("CaseSubmitted", Map.of()), NewEvent.of("CaseAccepted", Map.of()));
        await(() -> sql.inTx(
                JIESHOU,
                connection -> log.append(
                        connection, DISPATCHER, null, stream, List.of(NewEvent.of("CaseDispatched", Map.of())), NOW)));
        append(NewEvent.of("CaseStarted", Map.of()));
        assertThat(read()).extracting(StoredEvent::seq).containsExactly(1, 2, 3, 4);
    }

    @Test
    void forgetsWhatWasAppendedWhenTheTransactionFails() {
        assertThatThrownBy(() -> await(() -> tx.inTx(JIESHOU, session -> log.append(
                                session, DISPATCHER, null, stream, List.of(NewEvent.of("CaseSubmitted", Map.of())), NOW)
                        .chain(() -> Uni.createFrom().failure(Refusal.notFound())))))
                .isInstanceOf(Refusal.class);
        assertThat(read()).isEmpty();
    }

    @Test
    void letsAppendsToOneStreamWaitForEachOther() {
        append(NewEvent.of("CaseSubmitted", Map.of()));
        List<Uni<List<StoredEvent>>> crowd = IntStream.range(0, 20)
                .mapToObj(i -> sql.inTx(
                        JIESHOU,
                        connection -> log.append(
                                connection,
                                DISPATCHER,
                                null,
                                stream,
                                List.of(NewEvent.of("CaseUrged", Map.of("n", i))),
                                NOW)))
                .toList();
        await(() -> Uni.join().all(crowd).andFailFast());
        assertThat(read())
                .extracting(StoredEvent::seq)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 21).boxed().toList());
    }

    @Test
    void refusesTheSecondOfTwoThatStartOneStream() {
        Uni<List<StoredEvent>> start = tx.inTx(
                JIESHOU,
                session -> log.append(
                        session, DISPATCHER, null, stream, List.of(NewEvent.of("CaseSubmitted", Map.of())), NOW));
        List<Throwable> failures = await(() -> Uni.combine()
                .all()
                .unis(failureOf(start), failureOf(start))
                .with((one, other) -> java.util.stream.Stream.of(one, other)
                        .filter(f -> f != NONE)
                        .toList()));
        assertThat(failures).hasSizeLessThanOrEqualTo(1).allMatch(f -> f instanceof Refusal r && r.status() == 409);
        assertThat(read()).hasSize(2 - failures.size());
    }

    @Test
    void showsNothingToAnotherCity() throws SQLException {
        append(NewEvent.of("CaseSubmitted", Map.of()));
        assertThat(await(() -> queries.of(LIAOCHENG, stream))).isEmpty();
        List<StoredEvent> fromElsewhere =
                await(() -> sql.inTx(LIAOCHENG, connection -> queries.of(connection, JIESHOU, stream)));
        assertThat(fromElsewhere).isEmpty();
        try (Connection application = Databases.asApplication();
                Connection owner = Databases.asOwner()) {
            assertThat(Databases.column(application, "select hash from event")).isEmpty();
            assertThat(Databases.column(owner, "select hash from event")).isEmpty();
        }
        try (Connection elsewhere = Databases.asApplicationIn("liaocheng")) {
            assertThat(Databases.column(elsewhere, "select 1 from event where stream_id = ?", stream.id()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set payload = '{}'",
                "update event set words = null, words_salt = null",
                "delete from event",
                "truncate event",
                "delete from stream_head",
                "update stream_head set hash = ''",
                "update stream_head set seq = 0",
                "select * from event_p0",
                "insert into event_p0 select * from event",
            })
    void letsTheApplicationChangeNothing(String attempt) throws SQLException {
        append(NewEvent.of("CaseSubmitted", Map.of(), "路灯不亮"));
        try (Connection application = Databases.asApplicationIn("jieshou")) {
            refuses(application, attempt);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set payload = '{}'",
                "delete from event",
                "truncate event",
                "truncate event_p3",
                "update stream_head set seq = 0",
                "delete from stream_head",
                "truncate stream_head",
            })
    void letsTheOwnerChangeNothingEither(String attempt) throws SQLException {
        append(NewEvent.of("CaseSubmitted", Map.of(), "路灯不亮"));
        try (Connection owner = ownerInJieshou()) {
            refuses(owner, attempt);
        }
    }

    @Test
    void letsNamedMaintenanceEraseWordsAndNothingElse() throws SQLException {
        append(NewEvent.of("CaseSubmitted", Map.of("kind", "COMPLAINT"), "我是王强,电话……"));
        try (Connection owner = ownerInJieshou()) {
            owner.setAutoCommit(false);
            run(owner, "set local shiyu.maintenance = 'erase-words'");
            run(owner, "update event set words = null, words_salt = null where stream_id = '" + stream.id() + "'");
            owner.commit();
            run(owner, "set local shiyu.maintenance = 'erase-words'");
            assertThatThrownBy(() -> run(owner, "update event set words = null, words_salt = null, payload = '{}'"))
                    .isInstanceOf(SQLException.class);
        }
        StoredEvent erased = read().get(0);
        assertThat(erased.words()).isNull();
        assertThat(erased.wordsErased()).isTrue();
        assertThat(erased.fact("kind")).isEqualTo("COMPLAINT");
    }

    private static final Throwable NONE = new Throwable("none");

    private static Uni<Throwable> failureOf(Uni<?> work) {
        return work.replaceWith(NONE).onFailure().recoverWithItem(failure -> failure);
    }

    private void append(NewEvent... events) {
        await(() -> tx.inTx(
                JIESHOU, session -> log.append(session, DISPATCHER, "C341282000000", stream, List.of(events), NOW)));
    }

    private List<StoredEvent> read() {
        return await(() -> queries.of(JIESHOU, stream));
    }

    private static Connection ownerInJieshou() throws SQLException {
        Connection owner = Databases.asOwner();
        Databases.column(owner, "select set_config('app.tenant', 'jieshou', false)");
        return owner;
    }

    private static void refuses(Connection connection, String attempt) {
        assertThatThrownBy(() -> run(connection, attempt))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement it = connection.createStatement()) {
            it.execute(statement);
        }
    }
}
