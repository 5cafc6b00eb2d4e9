package cn.shiyu.rig;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One part broken after the other while a city goes on with its day: {@code ./mvnw verify -Dfire}. Nobody sees a stack,
 * nothing acknowledged is lost or doubled, and soon after the part is back everything is as before. The table of what
 * happened is written to {@code target/under-fire.md}.
 */
@Tag("fire")
class UnderFireIT {

    private static final Duration HELD = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final FaultTable TABLE = new FaultTable(Path.of("target/under-fire.md"));

    private static Rig rig;
    private static Books books;
    private static List<Phone> phones;
    private static Desk dispatcher;

    @BeforeAll
    static void start() {
        rig = Rig.start(Rig.Plan.whole().onSmallDisks());
        books = new Books(rig);
        phones = IntStream.range(0, 200).mapToObj(i -> Phone.signIn(rig.balancer())).toList();
        dispatcher = Desk.signIn(rig, "dispatcher1");
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    @Test
    void anInstanceIsKilled() {
        fire("实例 1 kill -9,随后重启", () -> rig.instance(0).kill(), () -> rig.instance(0).start());
    }

    @Test
    void anInstanceIsToldToGo() {
        fire("实例 1 SIGTERM(滚动升级),随后启动", () -> rig.instance(0).terminate(), () -> rig.instance(0).start());
    }

    @Test
    void anInstanceFreezes() {
        fire("实例 1 冻结 10 秒(SIGSTOP)", () -> rig.instance(0).freeze(), () -> rig.instance(0).thaw());
    }

    @Test
    void postgresIsKilled() {
        fire("PostgreSQL kill -9,10 秒后启动", () -> rig.servers().postgres().kill(), () -> rig.servers().postgres().start());
    }

    @Test
    void postgresIsStopped() {
        fire("PostgreSQL 正常停止 10 秒", () -> rig.servers().postgres().stop(), () -> rig.servers().postgres().start());
    }

    @Test
    void postgresFreezes() {
        fire("PostgreSQL 冻结 10 秒(SIGSTOP)", () -> rig.servers().postgres().freeze(), () -> rig.servers().postgres().thaw());
    }

    @Test
    void postgresIsSlow() {
        fire("到 PostgreSQL 的网络每次应答慢 200 毫秒", () -> rig.toPostgres().slow(Duration.ofMillis(200)), () -> rig.toPostgres().mend());
    }

    @Test
    void postgresIsVerySlow() {
        fire("到 PostgreSQL 的网络每次应答慢 2 秒", () -> rig.toPostgres().slow(Duration.ofSeconds(2)), () -> rig.toPostgres().mend());
    }

    @Test
    void theWayToPostgresIsCut() {
        fire("到 PostgreSQL 的连接全部断开、拒绝", () -> rig.toPostgres().cut(), () -> rig.toPostgres().mend());
    }

    @Test
    void theWayToPostgresSwallows() {
        fire("到 PostgreSQL 的网络无声丢包", () -> rig.toPostgres().swallow(), () -> rig.toPostgres().mend());
    }

    @Test
    void postgresHasNoConnectionLeft() {
        List<Connection> taken = new ArrayList<>();
        fire("PostgreSQL 连接数被别人占满,且现有连接被断开", () -> takeAllConnections(taken), () -> taken.forEach(UnderFireIT::close));
    }

    @Test
    void theDiskOfPostgresIsFull() {
        SmallDisk disk = SmallDisk.at(rig.servers().folder().resolve("postgresql"));
        fire("PostgreSQL 磁盘写满", disk::fill, () -> {
            disk.empty();
            rig.servers().postgres().startIfDead();
        });
    }

    @Test
    void redisIsKilled() {
        fire("Redis kill -9,10 秒后启动", () -> rig.servers().redis().kill(), () -> rig.servers().redis().start());
    }

    @Test
    void redisFreezes() {
        fire("Redis 冻结 10 秒(SIGSTOP)", () -> rig.servers().redis().freeze(), () -> rig.servers().redis().thaw());
    }

    @Test
    void theWayToRedisSwallows() {
        fire("到 Redis 的网络无声丢包", () -> rig.toRedis().swallow(), () -> rig.toRedis().mend());
    }

    @Test
    void redisIsSlow() {
        fire("到 Redis 的网络每次应答慢 2 秒", () -> rig.toRedis().slow(Duration.ofSeconds(2)), () -> rig.toRedis().mend());
    }

    @Test
    void redisHasNoMemoryLeft() {
        fire("Redis 内存用尽(noeviction)", () -> tellRedis("CONFIG SET maxmemory 1"), () -> tellRedis("CONFIG SET maxmemory 0"));
    }

    @Test
    void keycloakIsKilled() {
        fire("Keycloak kill -9,随后启动(已登录者)", () -> rig.servers().keycloak().kill(), () -> rig.servers().keycloak().start());
    }

    @Test
    void keycloakFreezes() {
        fire("Keycloak 冻结 10 秒(已登录者)", () -> rig.servers().keycloak().freeze(), () -> rig.servers().keycloak().thaw());
    }

    @Test
    void weChatMisbehaves() {
        Map<String, ResponseDefinitionBuilder> answers = new TreeMap<>(Map.of(
                "500", aResponse().withStatus(500),
                "-1 系统繁忙", weChatSays(-1),
                "45011 频率限制", weChatSays(45011),
                "40029 code 无效", weChatSays(40029),
                "乱码", aResponse().withBody("<html>…</html>"),
                "10 秒才应答", aResponse().withBody("{}").withFixedDelay(10_000),
                "断开连接", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        answers.forEach((name, answer) -> {
            StubMapping stub = rig.servers()
                    .weChat()
                    .register(get(urlPathEqualTo("/sns/jscode2session")).atPriority(1).willReturn(answer));
            List<Reply> signIns = new ArrayList<>();
            fire(
                    "微信登录:" + name + "(登录得到 {0})",
                    () -> IntStream.range(0, 3).forEach(i -> signIns.add(Phone.askForSession(rig.balancer()))),
                    () -> rig.servers().weChat().removeStubMapping(stub),
                    () -> signIns.get(0).status() + " " + signIns.get(0).code(),
                    Duration.ZERO);
            assertThat(signIns).noneMatch(Reply::showsInnards).allMatch(reply -> reply.status() >= 400 && !reply.code().isEmpty());
        });
        assertThat(Phone.askForSession(rig.balancer()).status()).isEqualTo(200);
    }

    private static ResponseDefinitionBuilder weChatSays(int code) {
        return aResponse().withBody("{\"errcode\":" + code + ",\"errmsg\":\"rid: 1\"}");
    }

    private static void fire(String fault, Runnable breaks, Runnable mends) {
        fire(fault, breaks, mends, () -> "", HELD);
    }

    private static void fire(
            String fault, Runnable breaks, Runnable mends, java.util.function.Supplier<String> detail, Duration held) {
        try (EverydayLife life = EverydayLife.begins(rig.balancer(), phones, dispatcher::token)) {
            life.untilNormal(LONGEST);
            long broken = System.nanoTime();
            Lowest ready = Lowest.of(() -> rig.balancer().ready());
            breaks.run();
            Rig.pause(held);
            mends.run();
            Duration normal = life.untilNormal(LONGEST);
            int fewest = ready.end();
            life.close();

            int lost = wrong(life);
            TABLE.add(
                    fault.replace("{0}", detail.get()),
                    life.since(broken),
                    life.slowestMillisSince(broken),
                    fewest + "/" + rig.instances().size(),
                    normal,
                    life.acknowledged().size(),
                    lost);
            assertThat(life.indecent()).isEmpty();
            assertThat(life.neverAnswered()).isZero();
            assertThat(lost).isZero();
            assertThat(normal).isLessThan(LONGEST);
        }
        rig.instances().forEach(Instance::awaitReady);
    }

    /** Acknowledged cases that are not there, or there twice, or half. */
    private static int wrong(EverydayLife life) {
        Map<String, List<String>> there = books.casesOf(life.mark());
        long missing = life.acknowledged().entrySet().stream()
                .filter(entry -> !List.of(entry.getValue()).equals(there.get(entry.getKey())))
                .count();
        return (int) missing + books.halfWritten().size() + books.withoutACase().size();
    }

    private static void takeAllConnections(List<Connection> taken) {
        try (Connection first = rig.servers().asSuperuser();
                Statement statement = first.createStatement()) {
            for (int i = 0; i < 2; i++) {
                takeWhatIsFree(taken);
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'shiyu_app'");
            }
            takeWhatIsFree(taken);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void takeWhatIsFree(List<Connection> taken) {
        try {
            while (true) {
                taken.add(rig.servers().asSuperuser());
            }
        } catch (SQLException none) {
            // All are taken.
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            // Then it is closed.
        }
    }

    private static void tellRedis(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), rig.servers().redis().port())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(5));
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII)).isEqualTo("+OK");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
