package cn.shiyu.platform.problem;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * What says that a part of the system is away, restarting, full or overloaded: no fault of the person who asks nor of the
 * code, and over soon. Asking again with the same key is safe, also where it is unknown whether the work was done.
 */
final class Away {

    /** Classes of PostgreSQL's appendix A: the connection, resources (disk, memory, connections), an operator, the system. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /** Not serializable, deadlock, no lock in time. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

    /** How the pool says that no connection came free in time, and that the one it gave has just gone: by its words alone. */
    private static final List<String> OF_THE_POOL = List.of("Timeout", "Connection is not active now");

    private Away() {}

    static boolean is(Throwable thrown) {
        return thrown instanceof ClosedConnectionException
                || thrown instanceof ConnectionPoolTooBusyException
                || thrown instanceof TimeoutException
                || isOfThePool(thrown)
                || isOfTheNetworkOrDisk(thrown);
    }

    private static boolean isOfThePool(Throwable thrown) {
        boolean vertx = thrown instanceof VertxException || thrown instanceof NoStackTraceThrowable;
        return vertx && thrown.getMessage() != null && OF_THE_POOL.stream().anyMatch(thrown.getMessage()::startsWith);
    }

    private static boolean isOfTheNetworkOrDisk(Throwable thrown) {
        return thrown instanceof SocketException
                || thrown instanceof ClosedChannelException
                || thrown instanceof FileSystemException
                // Netty's own, whose classes differ by operating system.
                || thrown instanceof IOException && thrown.getClass().getName().startsWith("io.netty.channel")
                || thrown instanceof IOException && cameFromASocket(thrown);
    }

    /** A broken pipe is a plain IOException; where it was thrown tells it from a fault in what we read. */
    private static boolean cameFromASocket(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith("sun.nio.ch.");
    }

    static boolean isState(String code) {
        return code.length() == 5 && CLASSES.contains(code.substring(0, 2)) || STATES.contains(code);
    }
}
