package cn.shiyu.dev;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The last words of the start: addresses and demo accounts. */
final class Welcome {

    private Welcome() {}

    static String to(CityDirectory cities, int port) {
        String addresses = cities.all().stream()
                .sorted(Comparator.comparing(City::shortCode))
                .map(city -> lines(city, port))
                .collect(Collectors.joining("\n"));
        return """

                ──────────────────────────────────────────────────────────────
                市域通已启动 · Shiyu is ready
                %s
                  身份服务 Keycloak  http://localhost:8180  (admin / shiyu-dev)
                  停止:按 q 或 Ctrl-C。重新开始:./mvnw -Ddev -Dfresh
                ──────────────────────────────────────────────────────────────
                """
                .formatted(addresses);
    }

    private static String lines(City city, int port) {
        String host = "http://" + city.hosts().get(0) + ":" + port;
        JsonNode demo = city.section("demo", JsonNode.class);
        return """
                  %s
                    居民 %-40s 账号 %s
                    工作 %-40s 账号 %s
                    密码 %s"""
                .formatted(
                        city.name(), host + "/", logins(demo.path("residents")), host + "/console",
                        logins(city.section("staff", JsonNode.class)), demo.path("password").asText());
    }

    private static String logins(JsonNode people) {
        String some = StreamSupport.stream(people.spliterator(), false)
                .limit(6)
                .map(person -> person.path("login").asText())
                .collect(Collectors.joining(", "));
        return people.size() > 6 ? some + " 等" : some;
    }
}
