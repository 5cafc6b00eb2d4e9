package cn.shiyu.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A request that cannot be carried out, said in a way its sender can act on. One mapper turns it into
 * application/problem+json (RFC 9457); pages turn it into words. Sub-types fix {@code status} and {@code code}.
 *
 * <p>Statuses: 404 what is another city's or another person's, 409 wrong state or stale version, 410 too late, 422 bad
 * input, 403 right person but not this button, 401 nobody signed in, 429 too many.
 */
public class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final List<FieldError> errors;
    private final Duration retryAfter;

    /**
     * @param code stable, kebab-case, documented: clients may switch on it
     * @param sentence Chinese, for the person; says what is wrong and the way out
     */
    public Refusal(int status, String code, String sentence, List<FieldError> errors) {
        this(status, code, sentence, errors, null);
    }

    private Refusal(int status, String code, String sentence, List<FieldError> errors, Duration retryAfter) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public Refusal(int status, String code, String sentence) {
        this(status, code, sentence, List.of());
    }

    /** 422 with the fields at fault. */
    public static Refusal badInput(List<FieldError> errors) {
        return new Refusal(422, "bad-input", "有内容需要修改,请看下面的提示。", errors);
    }

    public static Refusal badInput(String field, String message) {
        return badInput(List.of(new FieldError(field, message)));
    }

    /** 401: nobody is signed in, whoever found out. */
    public static Refusal notSignedIn() {
        return new Refusal(401, "not-signed-in", "请先登录再继续。");
    }

    /** 404: not there, or not for this caller; the two must not be told apart. */
    public static Refusal notFound() {
        return new Refusal(404, "not-found", "没有找到您要的内容,请核对后再试。");
    }

    /** 409: somebody else changed it since the caller looked. */
    public static Refusal staleVersion() {
        return new Refusal(409, "stale-version", "内容已被别人更新,请刷新后再试。");
    }

    /** 429: come again after that long. */
    public static Refusal tooMany(Duration retryAfter) {
        return new Refusal(429, "too-many-requests", "操作过于频繁,请稍后再试。", List.of(), retryAfter);
    }

    /** 503: a part we need does not answer; nothing was changed. */
    public static Refusal unavailable(Duration retryAfter) {
        return new Refusal(503, "unavailable", "系统繁忙,请稍后再试。您的内容没有丢失,可以重新提交。", List.of(), retryAfter);
    }

    /** 503: somebody outside, whom this one step needs, does not answer; everything else works. */
    public static Refusal away(String code, String sentence, Duration retryAfter) {
        return new Refusal(503, code, sentence, List.of(), retryAfter);
    }

    /** 503: more people at once than can be served in good time; nothing was looked at, nothing changed. */
    public static Refusal tooBusy(Duration retryAfter) {
        return new Refusal(503, "too-busy", "现在使用的人太多,系统一时忙不过来。请过几秒钟再试,您的内容没有丢失。", List.of(), retryAfter);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return getMessage();
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** After how long the same request may be tried again; empty when trying again does not help by itself. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
