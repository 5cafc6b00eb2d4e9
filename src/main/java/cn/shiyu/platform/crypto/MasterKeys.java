package cn.shiyu.platform.crypto;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The master keys by configuration: the one that wraps, and former ones that still unwrap. Without one nothing
 * starts.
 */
@Startup
@ApplicationScoped
class MasterKeys {

    private final MasterKey current;
    private final Map<String, MasterKey> byId = new HashMap<>();

    MasterKeys(
            @ConfigProperty(name = "shiyu.crypto.master-key") Optional<String> value,
            @ConfigProperty(name = "shiyu.crypto.master-key-file") Optional<Path> file,
            @ConfigProperty(name = "shiyu.crypto.former-master-keys") Optional<List<String>> former) {
        current = MasterKey.of(file.map(MasterKeys::read).or(() -> value).orElseThrow(MasterKeys::missing));
        former.orElse(List.of()).stream().map(MasterKey::of).forEach(key -> byId.put(key.id(), key));
        byId.put(current.id(), current);
    }

    MasterKey current() {
        return current;
    }

    MasterKey byId(String id) {
        MasterKey key = byId.get(id);
        if (key == null) {
            throw new IllegalStateException(
                    "data keys are wrapped under master key " + id + ", which is not configured");
        }
        return key;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the master key file cannot be read", e);
        }
    }

    private static IllegalStateException missing() {
        return new IllegalStateException(
                "no master key: set shiyu.crypto.master-key-file (a mounted secret) or shiyu.crypto.master-key");
    }
}
