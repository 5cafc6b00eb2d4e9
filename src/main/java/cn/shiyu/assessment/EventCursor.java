package cn.shiyu.assessment;

import cn.shiyu.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where the page before ended. Opaque to whoever reads it. */
public record EventCursor(Instant at, UUID id) {

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @return null without one @throws Refusal 422 when somebody made it up */
    public static EventCursor parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|");
            return new EventCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw Refusal.badInput("after", "翻页位置无效,请从第一页重新开始。");
        }
    }
}
