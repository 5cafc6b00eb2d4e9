package cn.shiyu.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Copies files, counting their SHA-256 on the way, so that each is read once. Not yet safe on the disk: {@link Disk}. */
final class FileCopy {

    private static final int BUFFER = 1 << 20;

    private final byte[] buffer = new byte[BUFFER];
    private final Pace pace;

    FileCopy(Pace pace) {
        this.pace = pace;
    }

    /** @return the digest of what was copied; nothing when the file has vanished, as a server's files do */
    Optional<String> copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest digest = sha256();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                write(out, ByteBuffer.wrap(buffer, 0, read));
                pace.moved(read);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchFileException vanished) {
            return Optional.empty();
        }
    }

    /** Writes what is known as a whole. */
    static String write(byte[] content, Path to) throws IOException {
        try (FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(out, ByteBuffer.wrap(content));
        }
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    /** A small file the server rewrites in place: read until two readings agree, so that none is half of each. */
    static byte[] readAtRest(Path file) throws IOException {
        byte[] last = Files.readAllBytes(file);
        while (true) {
            byte[] again = Files.readAllBytes(file);
            if (Arrays.equals(last, again)) {
                return again;
            }
            last = again;
        }
    }

    static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = sha256();
            byte[] part = new byte[BUFFER];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
