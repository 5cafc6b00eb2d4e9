package cn.shiyu.region;

import cn.shiyu.region.RegionFile.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a city's file of divisions as a whole; every fault is a Chinese sentence that names the code. */
final class RegionFileCheck {

    private final String root;
    private final Map<String, Line> seen = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private RegionFileCheck(String root) {
        this.root = root;
    }

    /** @param root code of the city's own division, which the first line must be */
    static List<String> faults(String root, List<Line> lines) {
        RegionFileCheck check = new RegionFileCheck(root);
        if (lines.isEmpty() || !root.equals(lines.get(0).code())) {
            check.faults.add("第一行应为本市（" + root + "）");
        }
        lines.forEach(check::line);
        return check.faults;
    }

    private void line(Line line) {
        if (line.code() == null || !line.code().matches("\\d{12}")) {
            faults.add("代码“" + line.code() + "”应为 12 位数字");
            return;
        }
        if (seen.put(line.code(), line) != null) {
            faults.add(line.code() + " 重复");
        }
        if (RegionFile.blank(line.name())) {
            faults.add(line.code() + " 没有名称");
        }
        if (level(line).isEmpty()) {
            faults.add(line.code() + " 的级别“" + line.level() + "”应为 city、county、township 或 village");
        }
        parent(line);
        place(line);
    }

    private static Optional<RegionLevel> level(Line line) {
        return Stream.of(RegionLevel.values())
                .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(line.level()))
                .findFirst();
    }

    private void parent(Line line) {
        if (line.code().equals(root)) {
            return;
        }
        Line above = seen.get(line.parent());
        if (above == null) {
            faults.add(line.code() + " 的上级 " + line.parent() + " 不存在，或排在它后面");
        } else if (level(above).isPresent()
                && level(line).isPresent()
                && level(above).get().compareTo(level(line).get()) >= 0) {
            faults.add(line.code() + " 的级别应低于上级 " + line.parent());
        }
    }

    /** Both or none, and in China: a swapped pair is the usual slip. */
    private void place(Line line) {
        boolean none = RegionFile.blank(line.lng()) && RegionFile.blank(line.lat());
        if (!none && !(between(line.lng(), 73, 136) && between(line.lat(), 3, 54))) {
            faults.add(line.code() + " 的经纬度（" + line.lng() + ", " + line.lat() + "）不在我国范围内");
        }
    }

    private static boolean between(String typed, double from, double to) {
        try {
            double value = Double.parseDouble(typed);
            return value >= from && value <= to;
        } catch (NumberFormatException | NullPointerException e) {
            return false;
        }
    }
}
