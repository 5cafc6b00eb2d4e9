package cn.shiyu.backup;

import cn.shiyu.platform.command.ErrandRefused;
import cn.shiyu.platform.web.Messages;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The uploads, copied. They never change once they have their name, so what an earlier backup holds already is linked,
 * not copied: each backup has them all and takes the room of the new ones.
 */
final class UploadsCopy {

    /** The store writes beside the place first; such a draft is nobody's upload yet. */
    private static final String DRAFT = ".";

    private final FileCopy copy;
    private long files;
    private long bytes;
    private long added;

    UploadsCopy(FileCopy copy) {
        this.copy = copy;
    }

    /**
     * @param from the live folder
     * @param to the backup's folder, may hold some already
     * @param earlier the uploads of an earlier backup on the same disk, if there is one
     */
    Manifest.Uploads copy(Path from, Path to, Optional<Path> earlier) throws IOException {
        Files.createDirectories(to);
        Files.walkFileTree(from.toRealPath(), new Trees.Visitor() {
            final Path root = from.toRealPath();

            @Override
            void plainFile(Path file, long size) throws IOException {
                if (!file.getFileName().toString().startsWith(DRAFT)) {
                    Path name = root.relativize(file);
                    take(file, size, to.resolve(name), earlier.map(folder -> folder.resolve(name)));
                }
            }
        });
        if (files == 0 && earlier.isPresent() && !Trees.isEmpty(earlier.get())) {
            throw new ErrandRefused(Messages.get("backup.uploadsGone", from, earlier.get()));
        }
        return new Manifest.Uploads(files, bytes);
    }

    /** How many were copied or linked by this. */
    long added() {
        return added;
    }

    private void take(Path file, long size, Path target, Optional<Path> before) throws IOException {
        files++;
        bytes += size;
        if (isThere(target, size)) {
            return;
        }
        Files.createDirectories(target.getParent());
        if (before.isEmpty() || !isThere(before.get(), size) || !link(before.get(), target)) {
            copyWhole(file, target);
        }
        added++;
    }

    private void copyWhole(Path file, Path target) throws IOException {
        Path draft = target.resolveSibling(DRAFT + target.getFileName());
        Files.deleteIfExists(draft);
        if (copy.copy(file, draft).isPresent()) {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean isThere(Path file, long size) throws IOException {
        try {
            return Files.size(file) == size;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /** Some file systems know no links: then it is copied. */
    private static boolean link(Path existing, Path target) {
        try {
            Files.createLink(target, existing);
            return true;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
