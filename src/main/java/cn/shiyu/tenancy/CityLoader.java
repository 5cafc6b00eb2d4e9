package cn.shiyu.tenancy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads {@code <city>.yaml} of every city named in the configuration, from a folder or from the class path. */
@ApplicationScoped
class CityLoader {

    private final ObjectMapper yaml = YAMLMapper.builder().findAndAddModules().build();

    @ConfigProperty(name = "shiyu.tenants")
    List<String> names;

    @Inject
    TenantFiles files;

    @Produces
    @Singleton
    CityDirectory directory() {
        return new CityDirectory(names.stream().map(this::city).toList());
    }

    private City city(String name) {
        try (InputStream file = files.open(name + ".yaml")) {
            return new City(yaml.readTree(file), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException("tenant file of " + name + " cannot be read", e);
        }
    }
}
