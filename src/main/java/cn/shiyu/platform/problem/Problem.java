package cn.shiyu.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The body of application/problem+json (RFC 9457).
 *
 * @param type {@code /problems/<code>}
 * @param title short Chinese name of the status
 * @param code stable, kebab-case; clients may switch on it
 * @param detail Chinese: what is wrong and the way out
 * @param errors the fields at fault, empty when none is
 * @param instance path of the request, without its query
 * @param traceId names this very answer in our log
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        List<FieldError> errors,
        String instance,
        String traceId) {

    static Problem of(Refusal refusal, String path, String traceId) {
        return new Problem(
                "/problems/" + refusal.code(),
                Titles.of(refusal.status()),
                refusal.status(),
                refusal.code(),
                refusal.sentence(),
                refusal.errors(),
                path,
                traceId);
    }
}
