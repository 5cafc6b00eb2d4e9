package cn.shiyu.dev;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/** {@code ./mvnw -Ddev}: the servers first, then the application, then where to go. */
@QuarkusMain
public class DevMain {

    /** The development mode calls main again at each reload, in the same JVM: the servers must not start twice. */
    private static final String STARTED = "shiyu.dev.started";

    public static void main(String[] arguments) {
        if (System.getProperty(STARTED) == null) {
            startServers(new Progress());
            System.setProperty(STARTED, "true");
        }
        Quarkus.run(WelcomingApplication.class, arguments);
    }

    private static void startServers(Progress progress) {
        Home home = Home.ofTheProject();
        progress.say("市域通开发环境:数据保存在 %s,重启后仍在", home.data());
        if (Boolean.getBoolean("shiyu.fresh")) {
            progress.say("按 -Dfresh 的要求清空旧数据");
            Orphans.endAll(home);
            home.wipe();
        }
        Servers servers = new Servers(home, Ports.known(), true, progress);
        Map<String, String> settings = servers.start();
        Runtime.getRuntime().addShutdownHook(new Thread(servers::stop, "servers-stop"));
        settings.forEach(System::setProperty);
        progress.say("服务器已全部就绪,正在启动市域通……");
    }
}
