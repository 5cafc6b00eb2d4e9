package cn.shiyu.backup;

import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies the server's files into a backup's folder and notes the digest of each. */
final class BaseBackup {

    private final Path to;
    private final Sums sums;
    private final Pace pace;
    private final FileCopy copy;

    BaseBackup(Path to, Sums sums, Pace pace) {
        this.to = to;
        this.sums = sums;
        this.pace = pace;
        this.copy = new FileCopy(pace);
    }

    /** @return the tablespaces outside the data folder, copied too */
    List<Tablespace> copyAll(Path data) throws IOException {
        List<Tablespace> tablespaces = tablespaces(data.resolve("pg_tblspc"));
        DataFolder all = DataFolder.look(data);
        pace.expect(all.bytes());
        pace.say(Messages.get("backup.copying", data, all.files().size(), Sizes.show(all.bytes())));
        copy(data, all, StoredBackup.DATA);
        for (Tablespace tablespace : tablespaces) {
            Path location = Path.of(tablespace.location());
            copy(location, DataFolder.look(location), StoredBackup.TABLESPACES + "/" + tablespace.oid());
        }
        control(data);
        return tablespaces;
    }

    /** Files of settings that lie elsewhere (Debian: /etc/postgresql), for whoever sets up the restored server. */
    void copySettings(Path data, List<Path> files) throws IOException {
        Files.createDirectories(to.resolve(StoredBackup.SETTINGS));
        for (Path file : files) {
            if (!file.startsWith(data) && Files.isReadable(file)) {
                one(file, StoredBackup.SETTINGS + "/" + file.getFileName());
            }
        }
    }

    /** What the server said when the backup ended, byte for byte: without it a restore would be silently wrong. */
    void writeLabels(Server.Stopped stopped) throws IOException {
        write(StoredBackup.DATA + "/backup_label", stopped.label());
        if (!stopped.tablespaceMap().isBlank()) {
            write(StoredBackup.DATA + "/tablespace_map", stopped.tablespaceMap());
        }
    }

    /** A file that is there already, as part of the backup. */
    void note(String name) throws IOException {
        Path file = to.resolve(name);
        sums.add(FileCopy.digest(file), name, Files.size(file));
    }

    private void write(String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        sums.add(FileCopy.write(bytes, to.resolve(name)), name, bytes.length);
    }

    private void copy(Path from, DataFolder what, String name) throws IOException {
        for (Path folder : what.folders()) {
            Files.createDirectories(to.resolve(name).resolve(folder));
        }
        for (Path file : what.files()) {
            if (!file.equals(DataFolder.CONTROL)) {
                one(from.resolve(file), name + "/" + file);
            }
        }
    }

    private void one(Path from, String name) throws IOException {
        Optional<String> digest = copy.copy(from, to.resolve(name));
        if (digest.isPresent()) {
            sums.add(digest.get(), name, Files.size(to.resolve(name)));
        }
    }

    private void control(Path data) throws IOException {
        byte[] control = FileCopy.readAtRest(data.resolve(DataFolder.CONTROL));
        String name = StoredBackup.DATA + "/" + DataFolder.CONTROL;
        sums.add(FileCopy.write(control, to.resolve(name)), name, control.length);
    }

    private static List<Tablespace> tablespaces(Path links) throws IOException {
        List<Tablespace> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(links)) {
            for (Path link : all.filter(Files::isSymbolicLink).sorted().toList()) {
                found.add(new Tablespace(
                        link.getFileName().toString(), link.toRealPath().toString()));
            }
        }
        return found;
    }
}
