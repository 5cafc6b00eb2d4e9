package cn.shiyu.rig;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A clerk who keeps changing when people can be booked, with the forms of the console and through both instances. */
final class Planner {

    private static final String HOST = "jieshou.localhost";
    private static final Pattern REMOVAL = Pattern.compile("/exceptions/([0-9a-f-]{36})/removal");

    private final Rig rig;
    private final Desk desk;

    /** Exceptions that are to stay, so that places remain few. */
    private final Set<String> fixed;

    Planner(Rig rig, Set<String> fixed) {
        this.rig = rig;
        this.desk = Desk.signIn(rig, "clerk1");
        this.fixed = fixed;
    }

    /** One change of one rota: hours closed or added on a day, such a day taken back, or another week. */
    Reply change(Random random, UUID bookable) {
        String rota = "/console/booking/" + bookable + "/rota";
        int dice = random.nextInt(100);
        if (dice < 45) {
            return except(random, rota);
        }
        return dice < 85 ? takeBack(random, rota) : setWeek(random, rota);
    }

    private Reply except(Random random, String rota) {
        int hour = 8 + random.nextInt(11);
        return send(rota + "/exceptions", Map.of(
                "day", LocalDate.now(BookedByTwoIT.ZONE).plusDays(random.nextInt(5)).toString(),
                "from", "%02d:00".formatted(hour), "to", "%02d:20".formatted(hour + 1),
                "kind", random.nextInt(4) == 0 ? "EXTRA" : "CLOSED", "reason", "临时有事", "act", "sure"));
    }

    private Reply takeBack(Random random, String rota) {
        Reply page = rig.balancer().send("GET", HOST, rota, headers(), null);
        List<String> all = new ArrayList<>(REMOVAL.matcher(page.body()).results().map((MatchResult one) -> one.group(1)).toList());
        all.removeAll(fixed);
        return all.isEmpty() ? page : send(rota + "/exceptions/" + all.get(random.nextInt(all.size())) + "/removal", Map.of());
    }

    /** Every day from eight until an hour of the evening; the hours need not be those of the grid before. */
    private Reply setWeek(Random random, String rota) {
        Map<String, String> week = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int row = day.getValue() - 1;
            week.putAll(Map.of("day-" + row, day.name(), "from-" + row, "08:00", "to-" + row, 17 + random.nextInt(4) + ":00",
                    "holidays-" + row, "on"));
        }
        week.put("act", "sure");
        return send(rota + "/week", week);
    }

    private Reply send(String path, Map<String, String> typed) {
        Map<String, String> headers = new HashMap<>(headers());
        headers.put("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        String form = typed.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return rig.balancer().send("POST", HOST, path, headers, form);
    }

    private Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + desk.token(), "Accept", "text/html");
    }
}
