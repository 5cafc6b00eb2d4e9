package cn.shiyu.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All that is wrong with one city's tenant file, in the words of whoever wrote it (Chinese). */
final class Faults {

    private final List<String> found = new ArrayList<>();

    /** @param where section and entry: {@code categories › urban.manhole › leads} */
    void add(String where, String words) {
        found.add(where + "：" + words);
    }

    boolean none() {
        return found.isEmpty();
    }

    List<String> all() {
        return List.copyOf(found);
    }

    /** One sentence, then a numbered line for each fault. */
    String report(String file) {
        String lines = IntStream.range(0, found.size())
                .mapToObj(i -> "  " + (i + 1) + ". " + found.get(i))
                .collect(Collectors.joining("\n"));
        return "租户文件 %s 有 %d 处错误，改正后才能启动：%n%s".formatted(file, found.size(), lines);
    }
}
