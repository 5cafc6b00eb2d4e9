package cn.shiyu.eventlog;

import cn.shiyu.platform.crypto.Sm3;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * How entries are chained: {@code hash = SM3(encoding)}, where the encoding starts with the hash of the entry
 * before and names every column. Each field is preceded by its length (a missing one by -1), so that no two
 * different entries have one encoding.
 */
final class Chain {

    /** What the first entry of a stream is chained to. */
    static final byte[] START = new byte[Sm3.BYTES];

    private static final String FORM = "shiyu-event-1";

    private Chain() {}

    static byte[] hash(Entry entry) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
            write(entry, new DataOutputStream(bytes));
            return Sm3.digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Entry entry, DataOutputStream out) throws IOException {
        text(out, FORM);
        bytes(out, entry.prevHash());
        text(out, entry.tenant().value());
        text(out, entry.stream().type());
        text(out, entry.stream().id().toString());
        out.writeInt(entry.seq());
        text(out, entry.eventId().toString());
        text(out, entry.type());
        out.writeInt(entry.version());
        out.writeLong(micros(entry.occurredAt()));
        text(out, entry.actorKind());
        text(out, entry.actorId());
        text(out, entry.actorName());
        text(out, entry.actorUnit());
        text(out, entry.surface());
        text(out, entry.payload());
        bytes(out, entry.words().digest());
    }

    /** PostgreSQL keeps microseconds; finer digits would not survive the round trip. */
    private static long micros(Instant at) {
        return TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(at.getNano());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }
}
