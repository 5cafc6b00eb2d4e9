package cn.shiyu.tenancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The real cities, or one written for a test, without starting anything. */
public final class TestCities {

    private static final ObjectMapper YAML =
            YAMLMapper.builder().findAndAddModules().build();

    private TestCities() {}

    public static City jieshou() {
        return written(textOf("jieshou"));
    }

    public static City liaocheng() {
        return written(textOf("liaocheng"));
    }

    /** The tenant file as it is, to be changed by a test. */
    public static String textOf(String city) {
        try (InputStream file = files().open(city + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static City written(String yaml) {
        try {
            return new City(YAML.readTree(yaml), YAML);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What lies beside the tenant files, from the class path. */
    public static TenantFiles files() {
        TenantFiles files = new TenantFiles();
        files.folder = Optional.empty();
        return files;
    }

    public static CityDirectory directory(City... cities) {
        return new CityDirectory(List.of(cities));
    }
}
