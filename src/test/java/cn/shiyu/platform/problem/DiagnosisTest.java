package cn.shiyu.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.handler.HttpException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    record Form(String words, int grade, List<Place> places) {}

    record Place(double lng) {}

    @Test
    void findsARefusalUnderItsWrappers() {
        assertThat(code(new CompletionException(new RuntimeException(Refusal.notFound()))))
                .isEqualTo("not-found");
    }

    @Test
    void namesTheFieldOfAJsonValueThatDoesNotFit() {
        Refusal refusal = json("{\"places\":[{\"lng\":1},{\"lng\":\"east\"}]}");
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("places[1].lng");
    }

    @Test
    void namesAFieldThatDoesNotExist() {
        assertThat(json("{\"word\":\"x\"}").errors())
                .extracting(FieldError::field)
                .containsExactly("word");
    }

    @Test
    void saysWhereTextStopsBeingJson() {
        Refusal refusal = json("{\"words\":");
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.code()).isEqualTo("malformed-json");
        assertThat(refusal.sentence()).contains("第 1 行");
    }

    @Test
    void knowsTheStatusesOfTheFramework() {
        assertThat(code(new NotAllowedException("GET"))).isEqualTo("method-not-allowed");
        assertThat(code(new NotSupportedException())).isEqualTo("unsupported-media-type");
        assertThat(code(new HttpException(413))).isEqualTo("too-large");
        assertThat(code(new WebApplicationException(418))).isEqualTo("bad-request");
        assertThat(Diagnosis.of(new WebApplicationException(500))).isEmpty();
    }

    @Test
    void tellsAStaleVersionFromADoubleFromAFault() {
        assertThat(code(new OptimisticLockException("Case#17"))).isEqualTo("stale-version");
        assertThat(code(new RuntimeException(pg("23505")))).isEqualTo("conflict");
        assertThat(code(pg("40001"))).isEqualTo("unavailable");
        assertThat(Diagnosis.of(pg("23503"))).isEmpty();
        assertThat(Diagnosis.of(new IllegalStateException("secret"))).isEmpty();
    }

    private static java.io.IOException brokenPipe() {
        java.io.IOException broken = new java.io.IOException("Broken pipe");
        broken.setStackTrace(new StackTraceElement[] {new StackTraceElement("sun.nio.ch.FileDispatcherImpl", "write0", "", -2)});
        return broken;
    }

    @Test
    void asksToComeBackWhenAPartOfTheSystemIsAway() {
        assertThat(code(ClosedConnectionException.INSTANCE)).isEqualTo("unavailable");
        assertThat(code(new CompositeException(new IllegalStateException("rollback"), pg("57P01"))))
                .isEqualTo("unavailable");
        assertThat(code(new RuntimeException(new java.net.ConnectException("refused")))).isEqualTo("unavailable");
        assertThat(code(new java.nio.file.FileSystemException("/files", null, "No space left on device")))
                .isEqualTo("unavailable");
        assertThat(code(new io.vertx.core.impl.NoStackTraceThrowable("Timeout"))).isEqualTo("unavailable");
        assertThat(code(new io.vertx.core.impl.NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .isEqualTo("unavailable");
        assertThat(code(brokenPipe())).isEqualTo("unavailable");
        for (String state : List.of("08006", "53100", "53300", "57P03", "57014", "40P01", "55P03")) {
            assertThat(code(pg(state))).as(state).isEqualTo("unavailable");
        }
    }

    @Test
    void tellsAFormThatCannotBeDecodedFromAFault() {
        IllegalArgumentException undecodable =
                assertThrows(IllegalArgumentException.class, () -> URLDecoder.decode("%zz", StandardCharsets.UTF_8));
        assertThat(code(undecodable)).isEqualTo("malformed-form");
        assertThat(Diagnosis.of(new IllegalArgumentException("secret"))).isEmpty();
    }

    private static PgException pg(String state) {
        return new PgException("duplicate key value", "ERROR", state, "Key (phone)=(13812340000) already exists.");
    }

    private static String code(Throwable thrown) {
        return Diagnosis.of(thrown).orElseThrow().code();
    }

    private static Refusal json(String text) {
        try {
            new ObjectMapper().readValue(text, Form.class);
        } catch (Exception e) {
            return Diagnosis.of(new WebApplicationException(e, 400)).orElseThrow();
        }
        throw new AssertionError("read without complaint");
    }
}
