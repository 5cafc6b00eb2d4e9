package cn.shiyu.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where the servers listen, on 127.0.0.1 alone. */
record Ports(int application, int postgres, int redis, int keycloak, int standIns) {

    /** The newcomer's run: always the same, to be bookmarked and typed; all of them moved up by {@code -Dports=1000}. */
    static Ports known() {
        int up = Integer.getInteger("shiyu.ports", 0);
        return new Ports(8080 + up, 54321 + up, 63791 + up, 8180 + up, 8190 + up);
    }

    /** Tests: whatever is free, so that a run of the application and other tests do not disturb. */
    static Ports free() {
        return new Ports(anyFree(), anyFree(), anyFree(), anyFree(), anyFree());
    }

    static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IllegalStateException taken(String which) {
        return new IllegalStateException("端口已被别的程序占用:" + which + "。请先停止它,或换一组端口:./mvnw -Ddev -Dports=1000");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do: a port that is only cooling down after the last run counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
