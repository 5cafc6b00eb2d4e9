package cn.shiyu.bench.fill;

import cn.shiyu.casework.GeneratedCase;
import cn.shiyu.clock.GeneratedClocks;
import cn.shiyu.eventlog.GeneratedStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The tables a generated case goes into, a buffer each. */
final class Tables {

    static final List<String> NAMES =
            List.of("case_file", "event", "stream_head", "clock", "clock_interval", "deadline");

    private final CopyRows cases = GeneratedCase.rows();
    private final CopyRows events = GeneratedStream.eventRows();
    private final CopyRows heads = GeneratedStream.headRows();
    private final CopyRows clocks = GeneratedClocks.clockRows();
    private final CopyRows intervals = GeneratedClocks.intervalRows();
    private final CopyRows deadlines = GeneratedClocks.deadlineRows();
    private final List<CopyRows> all = List.of(cases, events, heads, clocks, intervals, deadlines);

    void take(GeneratedCase told, Instant now, Connection connection) throws SQLException {
        told.write(cases);
        told.events().write(events, heads);
        told.clocks().write(clocks, intervals, deadlines, now);
        for (CopyRows rows : all) {
            rows.sendIfFull(connection);
        }
    }

    void send(Connection connection) throws SQLException {
        for (CopyRows rows : all) {
            rows.send(connection);
        }
    }
}
