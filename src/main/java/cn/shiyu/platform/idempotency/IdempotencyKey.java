package cn.shiyu.platform.idempotency;

import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.platform.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The sender's own name for one intention: the header {@value #HEADER} of JSON requests, the hidden field {@value
 * #FIELD} of forms.
 *
 * @param value 8 to 80 letters, digits, dots, dashes, underscores; best a UUID
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    /** Header of an answer whose work an earlier request had done. */
    public static final String REPLAYED = "Idempotency-Replayed";
    public static final String FIELD = "idempotency_key";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{8,80}");

    /**
     * @param sent what the header or the field held, may be null
     * @throws Refusal 422 naming the header or field when the key is missing or not one
     */
    public static IdempotencyKey of(String sent) {
        if (sent == null || !FORM.matcher(sent).matches()) {
            throw Refusal.badInput(HEADER, "缺少防重键,或格式不对:请给出 8 到 80 位字母、数字、点、横线,最好是 UUID。");
        }
        return new IdempotencyKey(sent);
    }

    /** A new one, for a form about to be shown. */
    public static IdempotencyKey fresh() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    /**
     * The digest of what is asked: the operation's name and everything that was sent, in a fixed order; nulls
     * allowed.
     */
    public static byte[] digest(String operation, Object... sent) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, operation);
        for (Object part : sent) {
            write(bytes, part == null ? null : part.toString());
        }
        return Sm3.digest(bytes.toByteArray());
    }

    private static void write(ByteArrayOutputStream bytes, String part) {
        byte[] utf8 = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
        int length = part == null ? -1 : utf8.length;
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        bytes.writeBytes(utf8);
    }
}
