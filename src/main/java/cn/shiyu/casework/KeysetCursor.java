package cn.shiyu.casework;

import cn.shiyu.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where the page before ended: the sort key and the id. Opaque to clients. */
record KeysetCursor(Instant at, UUID id) {

    String text() {
        String plain = at + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Null for the first page. */
    static KeysetCursor orNull(String text) {
        return text == null || text.isBlank() ? null : parse(text);
    }

    /** @throws Refusal 422 when somebody made it up */
    static KeysetCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|");
            return new KeysetCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw Refusal.badInput("after", "翻页位置无效,请从第一页重新开始。");
        }
    }
}
