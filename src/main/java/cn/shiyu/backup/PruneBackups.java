package cn.shiyu.backup;

import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.command.Errand;
import cn.shiyu.platform.command.Settings;
import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** {@code shiyu.command=prune-backups shiyu.backup.keep=7}: removes older ones and the log nobody needs any more. */
public final class PruneBackups implements Errand {

    @Override
    public String name() {
        return "prune-backups";
    }

    @Override
    public Command.Outcome run(Settings settings) throws Exception {
        settings.needed("shiyu.backup.keep");
        int keep = settings.number("shiyu.backup.keep").orElseThrow();
        Repository repository = Repository.of(settings);
        try (FileChannel lock = repository.lock()) {
            return new Command.Outcome(true, prune(repository, keep, settings));
        }
    }

    static String prune(Repository repository, int keep, Settings settings) throws IOException {
        Retention retention = Retention.beyond(keep, repository);
        String names =
                retention.backups().isEmpty() ? Messages.get("backup.none") : String.join(", ", retention.names());
        if (settings.flag("shiyu.backup.dry-run")) {
            return Messages.get(
                    "backup.wouldPrune", keep, names, retention.log().size());
        }
        retention.apply();
        return Messages.get("backup.pruned", keep, names, retention.log().size());
    }
}
