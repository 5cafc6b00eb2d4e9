package cn.shiyu.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Every sentence a person reads, by key. The key's first word names the file: {@code casework.submit} is the line
 * {@code submit=…} of web-portal/messages/casework.properties (UTF-8). {@code {0}}, {@code {1}} stand for what is filled in.
 */
public final class Messages {

    private static final Logger LOG = Logger.getLogger(Messages.class);
    private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();

    private Messages() {}

    /** The message; a key nobody wrote shows itself, loudly in the log: a page must not break for a word. */
    public static String get(String key, Object... filled) {
        return find(key, filled).orElseGet(() -> missing(key));
    }

    public static Optional<String> find(String key, Object... filled) {
        int dot = key.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        Properties file = FILES.computeIfAbsent(key.substring(0, dot), Messages::read);
        return Optional.ofNullable(file.getProperty(key.substring(dot + 1))).map(text -> fill(text, filled));
    }

    private static String missing(String key) {
        LOG.errorf("message %s is missing", key);
        return key;
    }

    // Not MessageFormat: it swallows apostrophes and groups digits of case numbers.
    private static String fill(String text, Object... filled) {
        String result = text;
        for (int i = 0; i < filled.length; i++) {
            result = result.replace("{" + i + "}", String.valueOf(filled[i]));
        }
        return result;
    }

    private static Properties read(String name) {
        Properties lines = new Properties();
        try (InputStream file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("messages/" + name + ".properties")) {
            if (file != null) {
                lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
