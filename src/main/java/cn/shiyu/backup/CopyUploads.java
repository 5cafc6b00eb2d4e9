package cn.shiyu.backup;

import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.command.Errand;
import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.command.Settings;
import cn.shiyu.platform.web.Messages;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code shiyu.command=backup-files}: adds the newest uploads to the newest backup, between two whole ones; the
 * database's log arrives all the time, photos only with this.
 */
public final class CopyUploads implements Errand {

    @Override
    public String name() {
        return "backup-files";
    }

    @Override
    public Command.Outcome run(Settings settings) throws Exception {
        Repository repository = Repository.of(settings);
        Path live = settings.neededPath("shiyu.files.folder");
        try (FileChannel lock = repository.lock()) {
            StoredBackup newest = repository
                    .newest()
                    .orElseThrow(() -> new ErrandRefused(Messages.get("backup.listEmpty", repository.base())));
            UploadsCopy copy = new UploadsCopy(new FileCopy(new Pace(0, System.out::println)));
            Manifest.Uploads all = copy.copy(live, newest.uploads(), Optional.empty());
            Disk.settle(newest.uploads());
            return new Command.Outcome(
                    true,
                    Messages.get(
                            "backup.uploadsCopied",
                            copy.added(),
                            newest.manifest().name(),
                            all.files(),
                            Sizes.show(all.bytes())));
        }
    }
}
