package cn.shiyu.backup;

import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.command.Errand;
import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.command.Settings;
import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code shiyu.command=restore}: lays a backup out in an empty folder, ready to be started and rolled forward to a
 * moment. Needs no server and none of the application's settings.
 */
public final class Restore implements Errand {

    private static final String LATEST = "latest";

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public Command.Outcome run(Settings settings) throws Exception {
        Path from = settings.neededPath("shiyu.restore.from");
        Path to = settings.neededPath("shiyu.restore.to");
        Instant at = settings.text("shiyu.restore.at").map(Moments::parse).orElse(null);
        refuseIfNotEmpty(to);
        StoredBackup backup = choose(from, at);
        Manifest manifest = backup.manifest();
        Path wal = settings.path("shiyu.restore.wal").orElseGet(() -> walBeside(backup.folder()));
        new WalFolder(wal, manifest.server().segmentBytes()).refuseGaps(manifest.wal(), at);

        Pace pace = new Pace(0, System.out::println);
        pace.say(Messages.get("backup.restoring", backup.folder(), to));
        RestoredPlace place = new RestoredPlace(to);
        new Layout(backup, place, pace).layOut();
        new RecoverySettings(wal, at, settings.text("shiyu.restore.timeline").orElse(LATEST))
                .writeInto(place.unfinished());
        place.complete();
        return new Command.Outcome(true, words(place, manifest, at, pace));
    }

    private static void refuseIfNotEmpty(Path to) throws IOException {
        if (Files.exists(to) && (!Files.isDirectory(to) || !Trees.isEmpty(to))) {
            throw new ErrandRefused(Messages.get("backup.notEmpty", to));
        }
    }

    /** One backup by its folder, or of all those in a repository the last that ended before the moment. */
    private static StoredBackup choose(Path from, Instant at) throws IOException {
        if (Files.exists(from.resolve(Manifest.FILE))) {
            StoredBackup named = StoredBackup.in(from);
            refuseIfTooEarly(named, at);
            return named;
        }
        List<StoredBackup> all = new Repository(from, from.resolve("wal")).backups();
        if (all.isEmpty()) {
            throw new ErrandRefused(Messages.get("backup.listEmpty", from));
        }
        refuseIfTooEarly(all.get(0), at);
        Optional<StoredBackup> last = all.stream()
                .filter(each -> at == null || !each.manifest().endedAt().isAfter(at))
                .reduce((one, later) -> later);
        return last.orElseThrow();
    }

    private static void refuseIfTooEarly(StoredBackup backup, Instant at) {
        Instant ended = backup.manifest().endedAt();
        if (at != null && at.isBefore(ended)) {
            throw new ErrandRefused(Messages.get(
                    "backup.tooEarly", Moments.show(at), backup.manifest().name(), Moments.show(ended)));
        }
    }

    private static Path walBeside(Path backup) {
        return backup.getParent().resolveSibling("wal");
    }

    private static String words(RestoredPlace place, Manifest manifest, Instant at, Pace pace) {
        String moment = at == null ? Messages.get("backup.latest") : Moments.show(at);
        return Messages.get(
                "backup.restored",
                place.data(),
                String.format("%.1f", pace.seconds()),
                moment,
                manifest.server().version(),
                manifest.server().owner(),
                place.root());
    }
}
