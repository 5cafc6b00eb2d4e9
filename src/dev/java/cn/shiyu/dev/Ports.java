package cn.shiyu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Where the servers listen, on 127.0.0.1 alone. */
record Ports(int postgres, int redis, int keycloak, int standIns) {

    /** The newcomer's run: always the same, to be bookmarked and typed. */
    static Ports known() {
        return new Ports(54321, 63791, 8180, 8190);
    }

    /** Tests: whatever is free, so that a run of the application and other tests do not disturb. */
    static Ports free() {
        return new Ports(anyFree(), anyFree(), anyFree(), anyFree());
    }

    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when somebody else listens there already */
    static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException taken) {
            throw new IllegalStateException("端口 " + port + " 已被别的程序占用,请先释放它。", taken);
        }
    }
}
