package cn.shiyu.backup;

import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.command.Settings;
import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One backup, step by step in the order that PostgreSQL's manual gives for its low-level functions. */
final class BackupRun {

    private static final int PATIENCE = 120;

    private final Settings settings;
    private final Repository repository;
    private final Database database;
    private final Server server;
    private final Pace pace;

    BackupRun(Settings settings, Repository repository, Database database, Pace pace) {
        this.settings = settings;
        this.repository = repository;
        this.database = database;
        this.server = new Server(database);
        this.pace = pace;
    }

    /** What the copy of the server's files came to. */
    private record Copied(
            List<Tablespace> tablespaces, Census census, Instant endedAt, Manifest.Wal wal, long files, long bytes) {}

    /** @return what to tell the operator */
    String take() throws Exception {
        server.refuseIfUnfit();
        Path data = settings.path("shiyu.backup.data").orElseGet(server::dataFolder);
        refuseIfUnreadable(data);
        Instant startedAt = server.now();
        String name = Moments.name(startedAt);
        Manifest.Server facts = server.facts(Files.getOwner(data).getName());
        WalFolder wal = new WalFolder(repository.wal(), facts.segmentBytes());
        Path folder = Files.createDirectory(repository.base().resolve(name + Repository.PARTIAL));

        Copied copied = copyServer(name, data.toRealPath(), folder, wal);
        await(wal, copied.wal().lastSegment());
        Manifest.Uploads uploads = copyUploads(folder);
        String sums = FileCopy.digest(folder.resolve(Sums.FILE));
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                name,
                startedAt,
                copied.endedAt(),
                facts,
                copied.wal(),
                copied.tablespaces(),
                new Manifest.Content(copied.files(), copied.bytes(), sums),
                uploads,
                copied.census());
        return finish(folder, manifest);
    }

    private void refuseIfUnreadable(Path data) {
        if (!Files.isReadable(data.resolve("PG_VERSION")) || !Files.isReadable(data.resolve(DataFolder.CONTROL))) {
            throw new ErrandRefused(Messages.get("backup.unreadable", data));
        }
        if (repository.root().startsWith(data)) {
            throw new ErrandRefused(Messages.get("backup.insideItself", repository.root(), data));
        }
    }

    private Copied copyServer(String name, Path data, Path folder, WalFolder wal)
            throws IOException, SQLException, InterruptedException {
        pace.say(Messages.get("backup.starting"));
        String start = server.start("shiyu " + name, settings.flag("shiyu.backup.fast"));
        String firstSegment = server.segmentOf(start);
        // Learned now, not after hours of copying: does the log arrive in the archive at all?
        server.switchSegment();
        await(wal, firstSegment);
        try (Sums sums = new Sums(folder)) {
            BaseBackup base = new BaseBackup(folder, sums, pace);
            List<Tablespace> tablespaces = base.copyAll(data);
            base.copySettings(data, server.settingsFiles());
            Census census = new CensusTaker(database.connection()).take(folder.resolve(CensusTaker.HEADS));
            Server.Stopped stopped = server.stop();
            Instant endedAt = server.now();
            base.writeLabels(stopped);
            if (census.streams() != null) {
                base.note(CensusTaker.HEADS);
            }
            Manifest.Wal span = new Manifest.Wal(start, stopped.lsn(), firstSegment, server.segmentOf(stopped.lsn()));
            return new Copied(tablespaces, census, endedAt, span, sums.files(), sums.bytes());
        }
    }

    private void await(WalFolder wal, String segment) throws IOException, InterruptedException {
        int seconds = settings.number("shiyu.backup.wait-seconds").orElse(PATIENCE);
        if (!wal.arrives(segment, seconds)) {
            throw new ErrandRefused(
                    Messages.get("backup.notArchived", segment, wal.folder(), seconds, server.archiverSays()));
        }
    }

    /** After the database's end: whatever a case refers to by then lies in the folder. */
    private Manifest.Uploads copyUploads(Path folder) throws IOException {
        Optional<Path> live = settings.path("shiyu.files.folder");
        if (live.isEmpty()) {
            pace.say(Messages.get("backup.noUploads"));
            return new Manifest.Uploads(0, 0);
        }
        pace.say(Messages.get("backup.copyingUploads", live.get()));
        Optional<Path> earlier = repository.newest().map(StoredBackup::uploads).filter(Files::isDirectory);
        return new UploadsCopy(new FileCopy(pace)).copy(live.get(), folder.resolve(StoredBackup.UPLOADS), earlier);
    }

    private String finish(Path folder, Manifest manifest) throws IOException, InterruptedException {
        String digest = manifest.write(folder);
        Disk.settle(folder);
        Path complete = repository.base().resolve(manifest.name());
        Files.move(folder, complete);
        Disk.force(repository.base());
        return Messages.get(
                "backup.done",
                complete,
                manifest.content().files(),
                Sizes.show(manifest.content().bytes()),
                manifest.uploads().files(),
                Sizes.show(manifest.uploads().bytes()),
                String.format("%.1f", pace.seconds()),
                Moments.show(manifest.endedAt()),
                digest);
    }
}
