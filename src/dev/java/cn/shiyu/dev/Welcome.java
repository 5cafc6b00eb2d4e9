package cn.shiyu.dev;

import cn.shiyu.identity.Role;
import cn.shiyu.identity.StaffDirectory;
import cn.shiyu.identity.StaffMember;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The last words of the start: addresses and demo accounts. */
final class Welcome {

    private static final String LINE = "─".repeat(78);

    private Welcome() {}

    static String to(CityDirectory cities, StaffDirectory staff, int port) {
        String addresses = cities.all().stream()
                .sorted(Comparator.comparing(City::shortCode))
                .map(city -> lines(city, staff, port))
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                "",
                LINE,
                "市域通已启动 · Shiyu is ready",
                "",
                addresses,
                "  全部演示账号的密码 · password of every demo account:shiyu-demo",
                "  停止 stop:按 q 或 Ctrl-C · 从头开始 afresh:./mvnw -Ddev -Dfresh · 更多:README.md",
                LINE,
                "");
    }

    private static String lines(City city, StaffDirectory staff, int port) {
        String address = "http://" + city.hosts().get(0) + ":" + port;
        return """
                  %s
                    居民门户 portal   %s/          账号 %s
                    工作台   console  %s/console   账号:
                %s
                """.formatted(city.name(), address, residents(city), address, staffByRole(staff.of(city.id())));
    }

    private static String residents(City city) {
        return StreamSupport.stream(
                        city.section("demo", JsonNode.class).path("residents").spliterator(), false)
                .map(person -> person.path("login").asText())
                .collect(Collectors.joining(", "));
    }

    /** One account for each role, the rest being in the tenant file. */
    private static String staffByRole(List<StaffMember> staff) {
        return Arrays.stream(Role.values())
                .flatMap(role -> staff.stream()
                        .filter(member -> member.posts().stream().anyMatch(post -> post.role() == role))
                        .limit(1)
                        .map(member -> "      %-14s %s".formatted(member.login(), inChinese(role))))
                .collect(Collectors.joining("\n"));
    }

    private static String inChinese(Role role) {
        return switch (role) {
            case DISPATCHER -> "调度员";
            case HANDLER -> "承办人";
            case LIAISON -> "联络员";
            case SUPERVISOR -> "督办员";
            case FOLLOW_UP_AGENT -> "回访员";
            case ASSESSOR -> "考核员";
            case HOTLINE_AGENT -> "话务员";
            case GRID_WORKER -> "网格员";
            case TENANT_ADMIN -> "租户管理员";
            case LEGAL_ADVISOR -> "法律顾问";
            case MEDIATOR -> "调解员";
            case BANK_CLERK -> "道德银行管理员";
            case ORGANISER -> "志愿活动组织者";
            case COMMITTEE -> "道德银行评议员";
            case COUNSELLOR -> "心理咨询师";
            case WINDOW_CLERK -> "窗口人员";
        };
    }
}
