package cn.shiyu.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tenant files and what lies beside them (regions, holidays), named as the tenant files name them. */
@ApplicationScoped
public class TenantFiles {

    /** Where operators mount the tenant files; without it the files packed into the artifact serve. */
    @ConfigProperty(name = "shiyu.tenants.folder")
    Optional<Path> folder;

    /** @throws IOException when there is no such file, naming it */
    public InputStream open(String name) throws IOException {
        if (folder.isPresent()) {
            return Files.newInputStream(folder.get().resolve(name));
        }
        InputStream packed = Thread.currentThread().getContextClassLoader().getResourceAsStream("tenants/" + name);
        if (packed == null) {
            throw new IOException("no tenants/" + name + " on the class path");
        }
        return packed;
    }
}
