package cn.shiyu.platform.command;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What a command asks of the database may take its time, and nobody waits at a page for it.
 * While a command runs the application opens no door and does no scheduled work, so that it can run beside one that
 * serves.
 */
public class CommandConfig implements ConfigSource {

    /** Above application.properties (250), below the environment (300). */
    private static final int ORDINAL = 275;

    private final Map<String, String> settings = isCommand()
            ? Map.of(
                    "quarkus.http.host-enabled", "false",
                    "quarkus.management.host-enabled", "false",
                    "quarkus.scheduler.enabled", "false",
                    "shiyu.database.silence-seconds", "3600")
            : Map.of();

    private static boolean isCommand() {
        return System.getProperty("shiyu.command") != null || System.getenv("SHIYU_COMMAND") != null;
    }

    @Override
    public Set<String> getPropertyNames() {
        return settings.keySet();
    }

    @Override
    public String getValue(String name) {
        return settings.get(name);
    }

    @Override
    public String getName() {
        return "shiyu command";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
