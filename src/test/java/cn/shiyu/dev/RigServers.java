package cn.shiyu.dev;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * The servers of a rig: durable, each a process of its own that can be killed, frozen and started again where it was, and
 * WeChat's stand-in, which can be told to misbehave.
 */
public final class RigServers {

    private final Ports ports = Ports.free();
    private final Home home;
    private final RigServer postgres;
    private final RigServer redis;
    private final RigServer keycloak;
    private final StandIns weChat;

    /** @param folder keeps their data, logs and pid files */
    public RigServers(Path folder) {
        this.home = new Home(Home.ofTheProject().software(), folder);
        this.postgres = new RigServer(home, "postgresql", new EmbeddedPostgres(home, home.dataOf("postgresql"), ports.postgres(), true, null));
        this.redis = new RigServer(home, "redis", new EmbeddedRedis(home, ports.redis()));
        this.keycloak = new RigServer(home, "keycloak", new EmbeddedKeycloak(home, ports.keycloak()));
        this.weChat = new StandIns(ports.standIns());
    }

    public RigServer postgres() {
        return postgres;
    }

    public RigServer redis() {
        return redis;
    }

    public RigServer keycloak() {
        return keycloak;
    }

    /** @return the setting that tells the application where it is */
    public Map<String, String> startWeChat() {
        return weChat.start();
    }

    /** To tell WeChat's stand-in what to answer from now on. */
    public WireMock weChat() {
        return new WireMock("127.0.0.1", ports.standIns());
    }

    public Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(
                DatabaseRoles.jdbc(ports.postgres(), DatabaseRoles.DATABASE), DatabaseRoles.superuser());
    }

    /** Of every role. */
    public String databasePassword() {
        return DatabaseRoles.PASSWORD;
    }

    public Path folder() {
        return home.data();
    }

    public void stop() {
        postgres.stop();
        redis.stop();
        keycloak.stop();
        weChat.stop();
    }

    /** Throws their data away. */
    public void wipe() {
        home.wipe();
    }
}
