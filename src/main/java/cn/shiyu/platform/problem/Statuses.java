package cn.shiyu.platform.problem;

import java.util.Optional;

/** The refusal for a bare HTTP status that a framework gives. */
final class Statuses {

    private Statuses() {}

    static Optional<Refusal> refusal(int status) {
        return switch (status) {
            case 401 -> Optional.of(Refusal.notSignedIn());
            case 403 -> refusal(403, "not-allowed", "您没有这项操作的权限。");
            case 404 -> Optional.of(Refusal.notFound());
            case 405 -> refusal(405, "method-not-allowed", "这个地址不支持这种操作。");
            case 406 -> refusal(406, "not-acceptable", "无法按要求的格式返回。");
            case 413 -> refusal(413, "too-large", "提交的内容太大,请减少照片数量或换小一点的照片后再试。");
            case 415 -> refusal(415, "unsupported-media-type", "不支持这种提交格式。");
            case 429, 503 -> Optional.of(Refusal.unavailable(java.time.Duration.ofSeconds(2)));
            default ->
                status >= 400 && status < 500 ? refusal(status, "bad-request", "请求的格式不正确,请检查后再试。") : Optional.empty();
        };
    }

    private static Optional<Refusal> refusal(int status, String code, String sentence) {
        return Optional.of(new Refusal(status, code, sentence));
    }
}
