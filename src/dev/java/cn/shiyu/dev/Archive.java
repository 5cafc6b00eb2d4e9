package cn.shiyu.dev;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A .txz from the class path, unpacked once. */
final class Archive {

    private Archive() {}

    static void unpack(InputStream txz, Path folder) throws IOException {
        Path complete = folder.resolve(".complete");
        if (Files.exists(complete)) {
            return;
        }
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(txz))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, folder);
            }
        }
        Files.createFile(complete);
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        // Whoever runs the server (see Unprivileged) must be able to read it and, where it is a program, to run it.
        target.toFile().setReadable(true, false);
        if ((entry.getMode() & 0100) != 0) {
            target.toFile().setExecutable(true, false);
        }
    }
}
