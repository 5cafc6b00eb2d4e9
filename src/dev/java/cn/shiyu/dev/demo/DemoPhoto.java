package cn.shiyu.dev.demo;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A picture of {@code demo/photos}, taken in like any resident's upload. */
record DemoPhoto(String fileName, Path uploadedFile, long size) implements FileUpload {

    static DemoPhoto of(String name) {
        try (InputStream picture = DemoPhoto.class.getClassLoader().getResourceAsStream("demo/photos/" + name)) {
            Path copy = Files.createTempFile("shiyu-demo-", ".jpg");
            copy.toFile().deleteOnExit();
            Files.write(copy, picture.readAllBytes());
            return new DemoPhoto(name, copy, Files.size(copy));
        } catch (IOException e) {
            throw new UncheckedIOException("demo photo " + name + " cannot be read", e);
        }
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public Path filePath() {
        return uploadedFile;
    }

    @Override
    public String contentType() {
        return "image/jpeg";
    }

    @Override
    public String charSet() {
        return "";
    }

    @Override
    public MultivaluedMap<String, String> getHeaders() {
        return new MultivaluedHashMap<>();
    }
}
