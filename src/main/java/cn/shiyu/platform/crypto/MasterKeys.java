package cn.shiyu.platform.crypto;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys outside the database, by configuration: one for everything, and another one for counselling alone, so that whoever
 * has the first cannot read what people write to counsellors. Without both nothing starts.
 */
@Startup
@ApplicationScoped
class MasterKeys {

    private final RootKeys general;
    private final RootKeys counselling;

    MasterKeys(
            @ConfigProperty(name = "shiyu.crypto.master-key") Optional<String> value,
            @ConfigProperty(name = "shiyu.crypto.master-key-file") Optional<Path> file,
            @ConfigProperty(name = "shiyu.crypto.former-master-keys") Optional<List<String>> former,
            @ConfigProperty(name = "shiyu.crypto.counselling-key") Optional<String> ownValue,
            @ConfigProperty(name = "shiyu.crypto.counselling-key-file") Optional<Path> ownFile,
            @ConfigProperty(name = "shiyu.crypto.former-counselling-keys") Optional<List<String>> ownFormer) {
        general = new RootKeys("master-key", value, file, former);
        counselling = new RootKeys("counselling-key", ownValue, ownFile, ownFormer);
        if (general.sharesWith(counselling)) {
            throw new IllegalStateException("shiyu.crypto.counselling-key must be another key than shiyu.crypto.master-key");
        }
    }

    MasterKey current(Purpose purpose) {
        return root(purpose).current();
    }

    /** Only among the keys of the purpose's own root. */
    MasterKey byId(Purpose purpose, String id) {
        return root(purpose).byId(id);
    }

    private RootKeys root(Purpose purpose) {
        return purpose.root() == Purpose.Root.COUNSELLING ? counselling : general;
    }
}
