package cn.shiyu.backup;

import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.command.Errand;
import cn.shiyu.platform.command.Settings;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * {@code shiyu.command=backup}: copies the server's data folder while it serves, by PostgreSQL's low-level functions, then
 * the uploads; complete under its name or not there at all. One at a time.
 */
public final class TakeBackup implements Errand {

    private static final long MEGABYTE = 1_000_000;

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Command.Outcome run(Settings settings) throws Exception {
        Repository repository = Repository.of(settings);
        Pace pace = new Pace(
                settings.number("shiyu.backup.megabytes-per-second").orElse(0) * MEGABYTE, System.out::println);
        try (FileChannel lock = repository.lock();
                Database database = Database.open(settings)) {
            repository.clearUnfinished();
            String words = new BackupRun(settings, repository, database, pace).take();
            Optional<Integer> keep = settings.number("shiyu.backup.keep");
            return new Command.Outcome(
                    true, keep.isEmpty() ? words : words + "\n" + PruneBackups.prune(repository, keep.get(), settings));
        }
    }
}
