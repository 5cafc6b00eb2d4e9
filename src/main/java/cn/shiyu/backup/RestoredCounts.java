package cn.shiyu.backup;

import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows by table, then and now. A table that the application can only add to never holds fewer. */
record RestoredCounts(Census noted) {

    void compare(Connection connection, List<String> lines, List<String> faults) throws SQLException, IOException {
        Map<String, Census.Rows> now = new CensusTaker(connection).count(new ArrayList<>());
        lines.add(Messages.get("backup.countsHead"));
        noted.tables().forEach((table, then) -> {
            Census.Rows found = now.get(table);
            lines.add(Messages.get("backup.countLine", table, then.count(), found == null ? "–" : found.count()));
            if (found == null || then.onlyGrows() && found.count() < then.count()) {
                faults.add(Messages.get("backup.rowsLost", table, then.count(), found == null ? "–" : found.count()));
            }
        });
        noted.notCounted().forEach(table -> lines.add(Messages.get("backup.notCounted", table)));
    }
}
