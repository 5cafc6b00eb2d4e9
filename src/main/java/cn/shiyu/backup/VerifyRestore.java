package cn.shiyu.backup;

import cn.shiyu.platform.command.Command;
import cn.shiyu.platform.command.Errand;
import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.command.Settings;
import cn.shiyu.platform.web.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code shiyu.command=verify-restore}: holds a restored, running server against what the backup noted: its counts,
 * every head of the event log, and the uploads that cases refer to.
 */
public final class VerifyRestore implements Errand {

    @Override
    public String name() {
        return "verify-restore";
    }

    @Override
    public Command.Outcome run(Settings settings) throws Exception {
        RestoredPlace place = new RestoredPlace(settings.neededPath("shiyu.restore.to"));
        Manifest manifest = Manifest.read(place.notes());
        List<String> lines = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try (Database database = Database.open(settings)) {
            refuseIfAnother(database, manifest);
            new RestoredCounts(manifest.census()).compare(database.connection(), lines, faults);
            if (manifest.census().streams() != null) {
                new RestoredHeads(place.notes().resolve(CensusTaker.HEADS))
                        .compare(database.connection(), lines, faults);
                Optional<Path> files = settings.path("shiyu.files.folder");
                new RestoredUploads(files.orElse(place.uploads()), settings.flag("shiyu.restore.contents"))
                        .compare(database.connection(), lines, faults);
            }
        }
        lines.add(faults.isEmpty() ? Messages.get("backup.verified") : Messages.get("backup.notVerified"));
        lines.addAll(faults);
        return new Command.Outcome(faults.isEmpty(), String.join("\n", lines));
    }

    private static void refuseIfAnother(Database database, Manifest manifest) {
        if (database.truth("select pg_is_in_recovery()")) {
            throw new ErrandRefused(Messages.get("backup.stillRecovering"));
        }
        String identifier = database.one("select system_identifier::text from pg_control_system()");
        if (!identifier.equals(manifest.server().systemIdentifier())) {
            throw new ErrandRefused(Messages.get(
                    "backup.anotherServer", identifier, manifest.server().systemIdentifier()));
        }
    }
}
