package cn.shiyu.rig;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The network between the instances and one server: it can be slow, swallow everything, or be cut. */
public final class Wire {

    private enum State {
        WHOLE,
        CUT,
        SWALLOWING
    }

    private static final Vertx VERTX = Vertx.vertx();

    private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
    private final NetClient client = VERTX.createNetClient();
    private final NetServer server = VERTX.createNetServer();
    private final int target;
    private volatile State state = State.WHOLE;
    private volatile long delayMillis;

    private Wire(int target) {
        this.target = target;
    }

    /** @param target the server's own port on this machine */
    static Wire to(int target) {
        Wire wire = new Wire(target);
        wire.server.connectHandler(wire::connect);
        try {
            wire.server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return wire;
    }

    public int port() {
        return server.actualPort();
    }

    /** Every piece of an answer comes so much later. */
    public void slow(Duration delay) {
        delayMillis = delay.toMillis();
    }

    /** Connections end, new ones are refused. */
    public void cut() {
        state = State.CUT;
        sockets.forEach(NetSocket::close);
    }

    /** Connections stay and new ones are taken, but nothing arrives any more: a firewall that drops, a cable that is out. */
    public void swallow() {
        state = State.SWALLOWING;
    }

    /** As new. What was swallowed stays lost, so those connections end. */
    public void mend() {
        boolean lost = state == State.SWALLOWING;
        state = State.WHOLE;
        delayMillis = 0;
        if (lost) {
            sockets.forEach(NetSocket::close);
        }
    }

    private void connect(NetSocket near) {
        if (state == State.CUT) {
            near.close();
            return;
        }
        keep(near);
        near.pause();
        client.connect(target, "127.0.0.1").onFailure(away -> near.close()).onSuccess(far -> {
            keep(far);
            pump(near, far, false);
            pump(far, near, true);
            near.resume();
        });
    }

    private void keep(NetSocket socket) {
        sockets.add(socket);
        socket.exceptionHandler(broken -> socket.close());
    }

    private void pump(NetSocket from, NetSocket to, boolean answers) {
        from.handler(piece -> pass(piece, from, to, answers));
        from.closeHandler(closed -> {
            sockets.remove(from);
            to.close();
        });
    }

    private void pass(Buffer piece, NetSocket from, NetSocket to, boolean answers) {
        if (state == State.SWALLOWING) {
            return;
        }
        long delay = answers ? delayMillis : 0;
        if (delay > 0) {
            VERTX.setTimer(delay, late -> write(piece, from, to));
        } else {
            write(piece, from, to);
        }
    }

    private static void write(Buffer piece, NetSocket from, NetSocket to) {
        to.write(piece);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(drained -> from.resume());
        }
    }

    void end() {
        server.close();
        client.close();
    }
}
