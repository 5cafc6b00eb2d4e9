package cn.shiyu.backup;

import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lays a backup's files out, checking each against its digest on the way: nothing damaged is ever started. */
final class Layout {

    private static final String MAP = "tablespace_map";

    private final StoredBackup backup;
    private final RestoredPlace place;
    private final Pace pace;
    private final FileCopy copy;

    Layout(StoredBackup backup, RestoredPlace place, Pace pace) {
        this.backup = backup;
        this.place = place;
        this.pace = pace;
        this.copy = new FileCopy(pace);
    }

    /** @throws ErrandRefused naming the first damaged or missing file; nothing is left behind then */
    void layOut() throws IOException {
        Map<String, String> sums = Sums.read(backup.folder(), backup.manifest());
        pace.expect(backup.manifest().content().bytes());
        Files.createDirectories(place.root());
        try {
            folders();
            for (Map.Entry<String, String> file : sums.entrySet()) {
                one(file.getKey(), file.getValue());
            }
        } catch (ErrandRefused | IOException refused) {
            clear();
            throw refused;
        }
        pointTablespacesHere();
        writeSettingsIfElsewhere();
        uploads();
        Files.copy(backup.folder().resolve(Manifest.FILE), place.notes().resolve(Manifest.FILE));
    }

    private void folders() throws IOException {
        Files.createDirectories(place.notes());
        for (String part : new String[] {StoredBackup.DATA, StoredBackup.TABLESPACES, StoredBackup.SETTINGS}) {
            Path from = backup.folder().resolve(part);
            if (Files.isDirectory(from)) {
                makeFolders(from, part);
            }
        }
    }

    private void makeFolders(Path from, String part) throws IOException {
        Files.walkFileTree(from, new Trees.Visitor() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path made = target(part).resolve(from.relativize(folder).toString());
                RestoredPlace.onlyForTheOwner(Files.createDirectories(made));
                return FileVisitResult.CONTINUE;
            }

            @Override
            void plainFile(Path file, long size) {
                // Files come by the list of digests.
            }
        });
    }

    private void one(String name, String digest) throws IOException {
        Path from = backup.folder().resolve(name);
        Optional<String> found = copy.copy(from, target(name));
        if (found.isEmpty()) {
            throw new ErrandRefused(Messages.get("backup.fileMissing", from));
        }
        if (!found.get().equals(digest)) {
            throw new ErrandRefused(Messages.get("backup.damaged", from));
        }
    }

    private Path target(String name) {
        if (name.equals(CensusTaker.HEADS)) {
            return place.notes().resolve(name);
        }
        if (name.startsWith(StoredBackup.SETTINGS)) {
            return place.notes().resolve(name);
        }
        return name.startsWith(StoredBackup.DATA)
                ? place.unfinished().resolve(name.substring(Math.min(name.length(), StoredBackup.DATA.length() + 1)))
                : place.root().resolve(name);
    }

    /** PostgreSQL makes its links by this map; they shall not lead into the folders of the server that was backed up. */
    private void pointTablespacesHere() throws IOException {
        if (backup.manifest().tablespaces().isEmpty()) {
            return;
        }
        Files.writeString(
                place.unfinished().resolve(MAP),
                backup.manifest().tablespaces().stream()
                        .map(each -> each.oid() + " " + place.tablespace(each.oid()) + "\n")
                        .collect(Collectors.joining()));
    }

    /** Settings kept outside name the old server's places: the restored one starts with none but who may come in. */
    private void writeSettingsIfElsewhere() throws IOException {
        for (String file : new String[] {"postgresql.conf", "pg_hba.conf", "pg_ident.conf"}) {
            Path here = place.unfinished().resolve(file);
            Path there = place.notes().resolve(StoredBackup.SETTINGS).resolve(file);
            if (!Files.exists(here)) {
                boolean mayBeCopied = !file.equals("postgresql.conf") && Files.exists(there);
                Files.write(here, mayBeCopied ? Files.readAllBytes(there) : new byte[0]);
            }
        }
    }

    private void uploads() throws IOException {
        if (Files.isDirectory(backup.uploads())) {
            pace.say(Messages.get("backup.restoringUploads", place.uploads()));
            new UploadsCopy(copy).copy(backup.uploads(), place.uploads(), Optional.empty());
        }
    }

    private void clear() throws IOException {
        Trees.delete(place.unfinished());
        Trees.delete(place.root().resolve(StoredBackup.TABLESPACES));
        Trees.delete(place.notes());
    }
}
