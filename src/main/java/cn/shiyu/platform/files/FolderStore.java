package cn.shiyu.platform.files;

import cn.shiyu.platform.problem.Refusal;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The file store in a folder, which all instances share. */
@ApplicationScoped
class FolderStore implements FileStore {

    private static final Logger LOG = Logger.getLogger(FolderStore.class);
    private static final Duration SOON = Duration.ofMinutes(1);

    @ConfigProperty(name = "shiyu.files.folder")
    Path folder;

    @Inject
    FileWorkers workers;

    /** A folder that cannot be written is found when starting, not by the first resident with a photo. */
    void check(@Observes StartupEvent start) throws IOException {
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            throw new IllegalStateException("shiyu.files.folder cannot be written: " + folder);
        }
    }

    @Override
    public Uni<Void> put(String key, byte[] bytes) {
        return workers.run(() -> write(folder.resolve(key), bytes))
                .onFailure(FileFailure.class)
                .transform(FolderStore::away);
    }

    /** A full or unwritable disk: the operator's matter, and no reason to keep anybody from reporting in words. */
    private static Refusal away(Throwable failure) {
        LOG.errorf("an upload cannot be stored: %s", failure.getCause());
        return Refusal.away("files-away", "照片和录音暂时无法保存,请稍后再传;文字可以照常提交。", SOON);
    }

    @Override
    public Uni<LocalFile> local(String key) {
        return workers.run(() -> existing(folder.resolve(key)));
    }

    @Override
    public Uni<Void> delete(String key) {
        return workers.run(() -> {
            Files.deleteIfExists(folder.resolve(key));
            return null;
        });
    }

    private static Void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        // Beside its place first: a reader sees the whole file or none, also after a crash in between.
        Path draft = Files.createTempFile(file.getParent(), ".draft", null);
        try {
            Files.write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return null;
        } finally {
            // Half a file must not go on filling the disk it found full.
            Files.deleteIfExists(draft);
        }
    }

    private static LocalFile existing(Path file) throws IOException {
        return new LocalFile(file, Files.size(file));
    }
}
