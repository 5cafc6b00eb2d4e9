package cn.shiyu.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One root: the key that wraps, and former ones that still unwrap. */
final class RootKeys {

    private final String name;
    private final MasterKey current;
    private final Map<String, MasterKey> byId = new HashMap<>();

    /** @param name of its setting, after {@code shiyu.crypto.} */
    RootKeys(String name, Optional<String> value, Optional<Path> file, Optional<List<String>> former) {
        this.name = name;
        current = MasterKey.of(file.map(this::read).or(() -> value).orElseThrow(this::missing));
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
                    "data keys are wrapped under " + name + " " + id + ", which is not configured");
        }
        return key;
    }

    boolean sharesWith(RootKeys other) {
        return byId.keySet().stream().anyMatch(other.byId::containsKey);
    }

    private String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file of " + name + " cannot be read", e);
        }
    }

    private IllegalStateException missing() {
        return new IllegalStateException(
                "no " + name + ": set shiyu.crypto." + name + "-file (a mounted secret) or shiyu.crypto." + name);
    }
}
