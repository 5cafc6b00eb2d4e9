package cn.shiyu.platform.command;

import cn.shiyu.platform.web.Messages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an errand is told: Java system properties, else environment variables ({@code shiyu.backup.to} is
 * {@code SHIYU_BACKUP_TO}). An empty value counts as none.
 */
public final class Settings {

    private final UnaryOperator<String> source;

    private Settings(UnaryOperator<String> source) {
        this.source = source;
    }

    public static Settings ofTheProcess() {
        return from(name -> {
            String property = System.getProperty(name);
            return property != null ? property : System.getenv(variable(name));
        });
    }

    /** @param source answers a setting's name with its value or null */
    public static Settings from(UnaryOperator<String> source) {
        return new Settings(source);
    }

    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(source.apply(name)).filter(value -> !value.isBlank());
    }

    public String needed(String name) {
        return text(name).orElseThrow(() -> new ErrandRefused(Messages.get("errand.needed", name, variable(name))));
    }

    public Optional<Path> path(String name) {
        return text(name).map(value -> Path.of(value).toAbsolutePath().normalize());
    }

    public Path neededPath(String name) {
        return Path.of(needed(name)).toAbsolutePath().normalize();
    }

    public Optional<Integer> number(String name) {
        return text(name).map(value -> parse(name, value));
    }

    public boolean flag(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    private static int parse(String name, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, in words.
        }
        throw new ErrandRefused(Messages.get("errand.notANumber", name, value));
    }
}
