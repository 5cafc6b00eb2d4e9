package cn.shiyu.dev;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** {@code ./mvnw -Ddev}: the servers first, then the application, then where to go. */
@QuarkusMain
public class DevMain {

    /** The development mode calls main again at each reload, in the same JVM: the servers must not start twice. */
    private static final String STARTED = "shiyu.dev.started";

    public static void main(String[] arguments) {
        if (System.getProperty(STARTED) == null) {
            startServersOrGiveUp(new Progress());
            System.setProperty(STARTED, "true");
        }
        Quarkus.run(WelcomingApplication.class, arguments);
    }

    /** Without the servers there is nothing to run: the reason in one sentence, and no application that waits for nothing. */
    private static void startServersOrGiveUp(Progress progress) {
        try {
            startServers(progress);
        } catch (RuntimeException e) {
            Throwable reason = e instanceof CompletionException ? e.getCause() : e;
            progress.say("无法启动:%s", reason.getMessage());
            System.exit(1);
        }
    }

    private static void startServers(Progress progress) {
        Home home = Home.ofTheProject();
        Ports ports = Ports.known();
        Orphans.endAll(home);
        if (!Ports.isFree(ports.application())) {
            throw Ports.taken(ports.application() + " (市域通)");
        }
        progress.say("市域通开发环境:数据保存在 %s,重启后仍在", home.data());
        if (Boolean.getBoolean("shiyu.fresh")) {
            progress.say("按 -Dfresh 的要求清空旧数据");
            home.wipe();
        }
        Servers servers = new Servers(home, ports, true, progress);
        Map<String, String> settings = servers.start();
        Runtime.getRuntime().addShutdownHook(new Thread(servers::stop, "servers-stop"));
        settings.forEach(System::setProperty);
        System.setProperty("quarkus.http.port", Integer.toString(ports.application()));
        progress.say("服务器已全部就绪,正在启动市域通……");
    }
}
