package cn.shiyu.platform.web;

import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A template read from the folder in which it is written. */
record FileTemplate(Path file) implements TemplateLocator.TemplateLocation {

    @Override
    public Reader read() {
        try {
            return Files.newBufferedReader(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Variant> getVariant() {
        return Optional.of(Variant.forContentType("text/html"));
    }
}
