package cn.shiyu.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What of a server's data folder belongs into a backup. Left out is what PostgreSQL's manual names (Making a Base Backup
 * Using the Low Level API: what belongs to the running server alone, or comes from the archive), and the server's log,
 * which may quote what people wrote.
 *
 * @param folders relative, parents first
 * @param files relative
 * @param bytes of all files together, as far as known now
 */
record DataFolder(List<Path> folders, List<Path> files, long bytes) {

    static final Path CONTROL = Path.of("global", "pg_control");

    private static final Set<String> ONLY_THE_FOLDER = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "log",
            "pg_log");
    private static final Set<String> NEVER = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "current_logfiles",
            "backup_label",
            "backup_label.old",
            "tablespace_map",
            "tablespace_map.old",
            "backup_manifest");
    private static final String TEMPORARY = "pgsql_tmp";
    private static final String REBUILT = "pg_internal.init";

    static DataFolder look(Path root) throws IOException {
        List<Path> folders = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        long[] bytes = {0};
        Files.walkFileTree(root, new Trees.Visitor() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                Path relative = root.relativize(folder);
                if (isLeftOut(relative)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(relative);
                return isOnlyAFolder(relative) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            void plainFile(Path file, long size) {
                Path relative = root.relativize(file);
                if (!isLeftOut(relative)) {
                    files.add(relative);
                    bytes[0] += size;
                }
            }
        });
        // A server may have its log of changes on another disk, behind a link; the restored one gets a folder.
        ONLY_THE_FOLDER.stream()
                .map(Path::of)
                .filter(link -> Files.isSymbolicLink(root.resolve(link)))
                .forEach(folders::add);
        return new DataFolder(folders, files, bytes[0]);
    }

    static boolean isOnlyAFolder(Path relative) {
        return relative.getNameCount() == 1 && ONLY_THE_FOLDER.contains(relative.toString());
    }

    static boolean isLeftOut(Path relative) {
        String name = relative.getFileName().toString();
        return name.startsWith(TEMPORARY)
                || name.startsWith(REBUILT)
                || relative.getNameCount() == 1 && NEVER.contains(name);
    }
}
