package cn.shiyu.backup;

import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.command.Errand;
import cn.shiyu.platform.command.Settings;
import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * {@code shiyu.command=prepare-backups}: makes the folders and the script by which PostgreSQL archives its log, and
 * prints the settings that use it.
 */
public final class PrepareBackups implements Errand {

    private static final String SCRIPT = "archive-wal";

    @Override
    public String name() {
        return "prepare-backups";
    }

    @Override
    public Command.Outcome run(Settings settings) throws Exception {
        Repository repository = Repository.of(settings);
        return new Command.Outcome(
                true, Messages.get("backup.prepared", repository.root(), prepare(repository.root(), repository.wal())));
    }

    /** @return the value of archive_command that uses what was made */
    public static String prepare(Path root, Path wal) throws IOException {
        Files.createDirectories(wal);
        Files.createDirectories(root.resolve("base"));
        Path script = root.resolve(SCRIPT);
        Path draft = root.resolve("." + SCRIPT);
        Files.writeString(draft, script().replace("@WAL@", Shell.quoted(wal)));
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(draft, script, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return Shell.quoted(script) + " \"%p\" \"%f\"";
    }

    private static String script() throws IOException {
        try (InputStream text = PrepareBackups.class.getResourceAsStream("/backup/archive-wal.sh")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
