package cn.shiyu.backup;

import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.command.Errand;
import cn.shiyu.platform.command.Settings;
import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code shiyu.command=list-backups}: which there are, and to which moments they can be restored. */
public final class ListBackups implements Errand {

    @Override
    public String name() {
        return "list-backups";
    }

    @Override
    public Command.Outcome run(Settings settings) throws Exception {
        Repository repository = Repository.of(settings);
        List<StoredBackup> backups = repository.backups();
        if (backups.isEmpty()) {
            return new Command.Outcome(true, Messages.get("backup.listEmpty", repository.base()));
        }
        List<String> lines = new ArrayList<>();
        for (StoredBackup backup : backups) {
            lines.add(line(backup.manifest()));
        }
        Manifest oldest = backups.get(0).manifest();
        WalFolder wal = new WalFolder(repository.wal(), oldest.server().segmentBytes());
        lines.add(reach(wal, oldest));
        return new Command.Outcome(true, String.join("\n", lines));
    }

    private static String line(Manifest manifest) {
        return Messages.get(
                "backup.listed",
                manifest.name(),
                Moments.show(manifest.endedAt()),
                Sizes.show(manifest.content().bytes()),
                manifest.uploads().files(),
                Sizes.show(manifest.uploads().bytes()));
    }

    private static String reach(WalFolder wal, Manifest oldest) throws IOException {
        Optional<Instant> reach = wal.reach(oldest.wal().firstSegment());
        return reach.map(until -> Messages.get("backup.window", Moments.show(oldest.endedAt()), Moments.show(until)))
                .orElseGet(() -> Messages.get("backup.noWindow", wal.folder()));
    }
}
