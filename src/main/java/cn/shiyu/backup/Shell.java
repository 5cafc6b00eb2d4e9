package cn.shiyu.backup;

import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.web.Messages;
import java.nio.file.Path;

/** Paths inside commands that PostgreSQL hands to a shell. */
final class Shell {

    private Shell() {}

    /** @throws ErrandRefused for a path that a shell, or PostgreSQL's %p and %f, would read as something else */
    static String quoted(Path path) {
        if (path.toString().matches(".*[\"'`$\\\\%\\n].*")) {
            throw new ErrandRefused(Messages.get("backup.oddPath", path));
        }
        return '"' + path.toString() + '"';
    }
}
