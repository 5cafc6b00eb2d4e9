package cn.shiyu.platform.files;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;

/** The bytes of files, for who puts them together with others: a dossier. Whoever asks has seen to it that they may be read. */
@ApplicationScoped
public class FileCopies {

    @Inject
    FileStore store;

    /** A local file to be read and not to be kept. @throws java.nio.file.NoSuchFileException when it is gone */
    public Uni<Path> local(TenantId tenant, FileRef file) {
        return store.local(FileKey.of(tenant, file.id(), file.createdAt())).map(LocalFile::path);
    }
}
