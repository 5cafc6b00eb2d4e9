package cn.shiyu.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What need not be kept: backups beyond the newest few, and the log older than the oldest one kept.
 *
 * @param backups oldest first
 */
record Retention(List<StoredBackup> backups, List<Path> log) {

    /** @param keep at least 1: the newest is never removed */
    static Retention beyond(int keep, Repository repository) throws IOException {
        List<StoredBackup> all = repository.backups();
        if (all.isEmpty()) {
            return new Retention(List.of(), List.of());
        }
        int going = Math.max(0, all.size() - keep);
        Manifest oldestKept = all.get(going).manifest();
        WalFolder wal = new WalFolder(repository.wal(), oldestKept.server().segmentBytes());
        return new Retention(
                all.subList(0, going), wal.olderThan(oldestKept.wal().firstSegment()));
    }

    void apply() throws IOException {
        for (StoredBackup backup : backups) {
            // Out of sight first: half a backup must never look like one.
            Path going = backup.folder().resolveSibling(backup.folder().getFileName() + Repository.GOING);
            Files.move(backup.folder(), going);
            Trees.delete(going);
        }
        for (Path segment : log) {
            Files.deleteIfExists(segment);
        }
    }

    List<String> names() {
        return backups.stream().map(backup -> backup.manifest().name()).toList();
    }
}
