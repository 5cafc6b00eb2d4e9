package cn.shiyu.eventlog;

import static cn.shiyu.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.identity.Caller;
import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes planted past every wall, by a superuser with triggers off, are found and named. */
@QuarkusTest
class ChainVerificationIT {

    @Inject
    EventLog log;

    @Inject
    ChainVerification verification;

    @Inject
    TenantSql sql;

    /** A city of this test's own, so that nobody else's log is broken. */
    private final TenantId city =
            new TenantId("t" + UUID.randomUUID().toString().substring(0, 20));

    private final UUID first = new UUID(0x0190_0000_0000_7000L, 1);
    private final UUID second = new UUID(0x0190_0000_0001_7000L, 1);

    @BeforeEach
    void writeTwoStreams() {
        write(first, 4);
        write(second, 3);
    }

    @Test
    void findsAnUntouchedLogWhole() {
        assertThat(verify()).isEqualTo(new ChainReport(city.value(), 7, 2, null));
    }

    @Test
    void findsALogLongerThanOneReadWhole() {
        UUID longOne = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            write(longOne, 400);
        }
        assertThat(verify()).isEqualTo(new ChainReport(city.value(), 1207, 3, null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "update event set payload = '{\"n\":99}' where seq = 2                     | 2 | HASH",
                "update event set actor_id = 'somebody else' where seq = 3                | 3 | HASH",
                "update event set occurred_at = occurred_at - interval '1 hour' where seq = 1 | 1 | HASH",
                "update event set actor_unit = 'C1' where seq = 1                         | 1 | HASH",
                "update event set type = 'CaseClosed' where seq = 4                       | 4 | HASH",
                "update event set words = 'other words' where seq = 2                     | 2 | WORDS",
                "update event set words_digest = null, words = null, words_salt = null where seq = 2 | 2 | HASH",
                "update event set prev_hash = hash where seq = 3                          | 3 | PREVIOUS",
                "delete from event where seq = 1                                          | 1 | MISSING",
                "delete from event where seq = 2                                          | 2 | MISSING",
                "delete from event where seq = 4                                          | 4 | MISSING",
                "delete from event where seq >= 3                                         | 3 | MISSING",
                "delete from stream_head where true                                       | 4 | HEAD",
                "update stream_head set seq = seq - 1 where true                          | 4 | HEAD",
                "update stream_head set hash = '\\x00' where true                         | 4 | HEAD",
            })
    void namesTheFirstBrokenEntry(String change, int seq, Flaw flaw) throws SQLException {
        plant(change + " and stream_id = '" + first + "'");
        assertThat(verify().broken()).isEqualTo(new ChainBreak("case", first, seq, flaw));
    }

    @Test
    void findsAStreamThatIsGoneAltogether() throws SQLException {
        plant("delete from event where stream_id = '" + second + "'");
        assertThat(verify().broken()).isEqualTo(new ChainBreak("case", second, 1, Flaw.MISSING));
    }

    @Test
    void namesTheEarlierOfTwoBreaks() throws SQLException {
        plant("update event set payload = '{}' where seq = 3 and stream_id = '" + first + "'");
        plant("update event set payload = '{}' where seq = 1 and stream_id = '" + second + "'");
        assertThat(verify().broken()).isEqualTo(new ChainBreak("case", first, 3, Flaw.HASH));
    }

    @Test
    void doesNotTakeErasedWordsForABreak() throws SQLException {
        plant("update event set words = null, words_salt = null where true");
        assertThat(verify().isWhole()).isTrue();
    }

    @Test
    void tellsTheCitysAdministratorAndNobodyElse() {
        Ask.in("jieshou", "admin1")
                .accept("application/json")
                .get("/console/event-log/verification")
                .then()
                .statusCode(200)
                .body("city", Matchers.equalTo("jieshou"))
                .body("whole", Matchers.equalTo(true));
        Ask.in("jieshou", "dispatcher1")
                .get("/console/event-log/verification")
                .then()
                .statusCode(403);
        Ask.in("jieshou", "resident1")
                .get("/console/event-log/verification")
                .then()
                .statusCode(403);
    }

    private ChainReport verify() {
        return await(() -> verification.verify(city));
    }

    private void write(UUID stream, int events) {
        Caller job = Caller.system(city, "test");
        await(() -> sql.inTx(city, connection -> Multi.createFrom()
                .range(0, events)
                .onItem()
                .transformToUniAndConcatenate(n -> log.append(
                        connection,
                        job,
                        null,
                        new StreamId("case", stream),
                        List.of(NewEvent.of("CaseUrged", Map.of("n", n), "第 " + n + " 次")),
                        Instant.now()))
                .collect()
                .last()));
    }

    private void plant(String change) throws SQLException {
        try (Connection superuser = Databases.asSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(change + " and tenant_id = '" + city + "'"))
                    .isPositive();
        }
    }
}
