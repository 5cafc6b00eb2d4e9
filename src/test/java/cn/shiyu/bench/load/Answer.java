package cn.shiyu.bench.load;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** What came back; status 0 when nothing did. */
public record Answer(int status, MultiMap headers, Buffer body) {

    /** No connection, cut off, or out of time. */
    public static final Answer NONE = new Answer(0, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());

    public boolean isFine() {
        return status >= 200 && status < 400;
    }

    /** Turned away with a time to come back. */
    public boolean isShed() {
        return (status == 503 || status == 429) && headers.contains("Retry-After");
    }
}
