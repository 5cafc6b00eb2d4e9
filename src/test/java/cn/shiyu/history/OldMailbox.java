package cn.shiyu.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A file of an invented system of the past, and its mapping. Each has a source of its own, so that tests do not meet. */
final class OldMailbox {

    private static final AtomicInteger NEXT = new AtomicInteger();

    static final String HEADER = "编号,时间,标题,内容,用户,答复,答复时间,备注\n";

    final String source = "mailbox-" + ProcessHandle.current().pid() + "-" + NEXT.incrementAndGet();
    private final StringBuilder lines = new StringBuilder(HEADER);
    private String unanswered = "archive";
    private boolean board;
    private int next;

    static OldMailbox empty() {
        return new OldMailbox();
    }

    OldMailbox unansweredInto(String way) {
        unanswered = way;
        return this;
    }

    OldMailbox shownToEveryone() {
        board = true;
        return this;
    }

    OldMailbox with(String line) {
        lines.append(line).append('\n');
        return this;
    }

    OldMailbox asked(int many) {
        for (int i = 0; i < many; i++) {
            String day = "2017-0" + (1 + next % 9) + "-1" + next % 5;
            with(++next + "," + day + " 08:15:00,旧信第" + next + "封,巷口的旧井盖松动,A00" + next % 7 + ",,,");
        }
        return this;
    }

    OldMailbox answered(int many) {
        for (int i = 0; i < many; i++) {
            with(++next + ",2018-03-0" + (1 + i % 9) + " 09:00:00,旧信第" + next + "封,桥头积水,A007,已疏通雨水口并安排巡查。,2018-03-20T10:00:00,");
        }
        return this;
    }

    String mapping() {
        return """
                source: {code: %s, name: 老信箱}
                id: 编号
                time: {column: 时间, format: "yyyy-MM-dd HH:mm:ss"}
                subject: 标题
                words: 内容
                person: 用户
                visibility: {default: PUBLIC}
                reply: {words: 答复, time: {column: 答复时间}}
                unanswered: %s
                board: %s
                """
                .formatted(source, unanswered, board);
    }

    String text() {
        return lines.toString();
    }

    Path csv() {
        return file("-messages.csv", lines.toString());
    }

    Path mappingFile() {
        return file("-mapping.yaml", mapping());
    }

    Path report() {
        return Path.of("target", source + "-report.csv");
    }

    private Path file(String ending, String text) {
        try {
            return Files.writeString(Path.of("target", source + ending), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
