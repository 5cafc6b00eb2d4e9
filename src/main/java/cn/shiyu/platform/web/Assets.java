package cn.shiyu.platform.web;

import io.quarkus.runtime.LaunchMode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of our own static files, each with the digest of its content: browsers keep them until they change. */
@Named("assets")
@Singleton
public class Assets {

    private static final String FOLDER = "META-INF/resources/static/";

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /**
     * @param file path below web-portal/static, such as {@code css/base.css}
     * @throws IllegalArgumentException when there is no such file, so that a typing error fails its page's first test
     */
    public String address(String file) {
        // In development a file may change while we run.
        return LaunchMode.current().isDevOrTest() ? read(file) : addresses.computeIfAbsent(file, Assets::read);
    }

    private static String read(String file) {
        try (InputStream content =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + file)) {
            if (content == null) {
                throw new IllegalArgumentException("no static file " + file);
            }
            return "/static/" + file + "?v=" + Digests.brief(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
