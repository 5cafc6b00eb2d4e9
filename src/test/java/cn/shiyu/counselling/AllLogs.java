package cn.shiyu.counselling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything any library logs, down to TRACE, while it is open; nothing of it reaches the console. */
final class AllLogs extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler[] others = root.getHandlers();
    private final PatternFormatter pattern = new PatternFormatter("%-5p [%c] %X %s %e%n");
    private final Predicate<String> wanted;
    private final List<String> found = Collections.synchronizedList(new ArrayList<>());
    private volatile int seen;

    AllLogs(Predicate<String> wanted) {
        this.wanted = wanted;
        setLevel(Level.ALL);
        for (Handler other : others) {
            root.removeHandler(other);
        }
        root.addHandler(this);
        root.setLevel(Level.ALL);
    }

    /** All but what the tests' own client says of what it sends. */
    @Override
    public void publish(LogRecord record) {
        if (record.getLoggerName() != null && record.getLoggerName().startsWith("org.apache.http")) {
            return;
        }
        seen++;
        String line = pattern.format(ExtLogRecord.wrap(record));
        if (wanted.test(line)) {
            found.add(line);
        }
    }

    List<String> found() {
        return List.copyOf(found);
    }

    int seen() {
        return seen;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
        for (Handler other : others) {
            root.addHandler(other);
        }
    }
}
