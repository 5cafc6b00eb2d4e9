package cn.shiyu.history;

import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Files brought to the console, until they are imported: beside the residents' uploads, in the folder that all instances share,
 * so that another instance can go on with one. Blocking.
 */
@ApplicationScoped
class ImportFiles {

    @ConfigProperty(name = "shiyu.files.folder")
    Path folder;

    /** @return its key */
    String keep(TenantId tenant, UUID run, Path upload) throws IOException {
        String key = tenant.value() + "/imports/" + run + ".csv";
        Path place = folder.resolve(key);
        Files.createDirectories(place.getParent());
        // Whole or not at all; the upload may lie on another disk, where a move alone would be a copy.
        Path draft = Files.createTempFile(place.getParent(), ".draft", null);
        Files.copy(upload, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }

    Path of(String key) {
        return folder.resolve(key);
    }

    /** Once its lines are cases, the file has no purpose left. */
    void remove(String key) throws IOException {
        Files.deleteIfExists(folder.resolve(key));
    }

    /** SM3 of the whole file, whatever its size. */
    static byte[] digest(Path file) throws IOException {
        SM3Digest sm3 = new SM3Digest();
        byte[] chunk = new byte[1 << 16];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
                sm3.update(chunk, 0, read);
            }
        }
        byte[] digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return digest;
    }
}
