package cn.shiyu.backup;

import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.command.Settings;
import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of all backups: {@code base/<name>} each, {@code wal} the archived log.
 *
 * @param wal may lie elsewhere
 */
record Repository(Path root, Path wal) {

    static final String PARTIAL = ".partial";
    static final String GOING = ".going";

    static Repository of(Settings settings) {
        Path root = settings.neededPath("shiyu.backup.to");
        return new Repository(root, settings.path("shiyu.backup.wal").orElse(root.resolve("wal")));
    }

    Path base() {
        return root.resolve("base");
    }

    /** Complete ones, oldest first. */
    List<StoredBackup> backups() throws IOException {
        if (!Files.isDirectory(base())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(base())) {
            return folders.filter(folder -> Files.exists(folder.resolve(Manifest.FILE)))
                    .filter(folder -> !isUnfinished(folder))
                    .sorted()
                    .map(StoredBackup::in)
                    .toList();
        }
    }

    Optional<StoredBackup> newest() throws IOException {
        List<StoredBackup> all = backups();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** What an interrupted backup or removal left behind. The caller holds the lock. */
    void clearUnfinished() throws IOException {
        Files.createDirectories(base());
        try (Stream<Path> folders = Files.list(base())) {
            for (Path folder : folders.filter(Repository::isUnfinished).toList()) {
                Trees.delete(folder);
            }
        }
    }

    private static boolean isUnfinished(Path folder) {
        return folder.toString().endsWith(PARTIAL) || folder.toString().endsWith(GOING);
    }

    /**
     * One at a time; given back by closing, or by the end of the process.
     *
     * @throws ErrandRefused when another works here
     */
    FileChannel lock() throws IOException {
        Files.createDirectories(root);
        FileChannel file = FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(file);
        if (lock == null) {
            file.close();
            throw new ErrandRefused(Messages.get("backup.busy", root));
        }
        return file;
    }

    private static FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }
}
