package cn.shiyu.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.StaleStateException;

/** Finds the refusal behind whatever was thrown. Looks through wrappers; nothing found means a fault of ours. */
final class Diagnosis {

    private static final int DEPTH = 8;
    private static final Duration SOON = Duration.ofSeconds(2);

    private Diagnosis() {}

    static Optional<Refusal> of(Throwable thrown) {
        return within(thrown, DEPTH).or(() -> status(thrown).flatMap(Statuses::refusal));
    }

    private static Optional<Refusal> within(Throwable thrown, int depth) {
        if (thrown == null || depth == 0) {
            return Optional.empty();
        }
        return one(thrown)
                .or(() -> within(thrown.getCause(), depth - 1))
                // A failed statement whose rollback fails as well comes as two in one.
                .or(() -> thrown instanceof CompositeException several
                        ? several.getCauses().stream()
                                .flatMap(each -> within(each, depth - 1).stream())
                                .findFirst()
                        : Optional.empty());
    }

    private static Optional<Refusal> one(Throwable thrown) {
        if (thrown instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        if (thrown instanceof ConstraintViolationException violations) {
            return Violations.refusal(violations);
        }
        if (thrown instanceof JsonProcessingException json) {
            return Optional.of(JsonFaults.refusal(json));
        }
        if (isUndecodable(thrown)) {
            return Optional.of(new Refusal(400, "malformed-form", "表单的编码不正确,请检查百分号转义后再试。"));
        }
        return who(thrown).or(() -> database(thrown));
    }

    /** A form whose percent escapes are none; the JDK tells it by nothing but the words. */
    private static boolean isUndecodable(Throwable thrown) {
        return thrown instanceof IllegalArgumentException
                && thrown.getMessage() != null
                && thrown.getMessage().startsWith("URLDecoder: ");
    }

    private static Optional<Refusal> who(Throwable thrown) {
        if (thrown instanceof UnauthorizedException || thrown instanceof AuthenticationFailedException) {
            return Statuses.refusal(401);
        }
        return thrown instanceof ForbiddenException ? Statuses.refusal(403) : Optional.empty();
    }

    private static Optional<Refusal> database(Throwable thrown) {
        if (thrown instanceof OptimisticLockException || thrown instanceof StaleStateException) {
            return Optional.of(Refusal.staleVersion());
        }
        if (Away.is(thrown)) {
            return Optional.of(Refusal.unavailable(SOON));
        }
        // Hibernate dresses the driver's faults up as those of JDBC.
        if (thrown instanceof SQLException fault) {
            return Optional.ofNullable(sqlState(fault.getSQLState()));
        }
        return thrown instanceof PgException fault
                ? Optional.ofNullable(sqlState(fault.getSqlState()))
                : Optional.empty();
    }

    /** Codes of PostgreSQL's appendix A; all others are faults of ours. */
    private static Refusal sqlState(String code) {
        if (code != null && Away.isState(code)) {
            return Refusal.unavailable(SOON);
        }
        return switch (code == null ? "" : code) {
            case "23505" -> new Refusal(409, "conflict", "同样的内容刚刚已经提交过,请刷新后查看。");
            // A NUL, which no column of text can hold; most fields name it themselves, addresses and filters do not.
            case "22021", "22P05" -> new Refusal(422, "bad-input", "内容中有无法识别的字符,请重新输入。");
            default -> null;
        };
    }

    private static Optional<Integer> status(Throwable thrown) {
        if (thrown instanceof WebApplicationException web) {
            return Optional.of(web.getResponse().getStatus());
        }
        return thrown instanceof HttpException http ? Optional.of(http.getStatusCode()) : Optional.empty();
    }
}
