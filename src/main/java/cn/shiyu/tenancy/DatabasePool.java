package cn.shiyu.tenancy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Bounds every wait for PostgreSQL on this side too: a server that is frozen, or behind a network that swallows everything, ends no
 * statement by itself. What takes longer fails as {@code unavailable}, which a person is told in words.
 */
@Singleton
class DatabasePool implements PgPoolCreator {

    private static final int CONNECT_MILLIS = 3_000;

    /** For a connection to come free. */
    private static final int QUEUE_SECONDS = 5;

    /** Above the server's own statement_timeout, which should have ended the statement long before. */
    private static final int SILENCE_SECONDS = 15;

    /**
     * The pool itself lets go of what nobody used for so long, well before the silence would close it: else it may hand out a connection at the
     * moment it closes.
     */
    private static final int IDLE_SECONDS = 8;

    private static final int CLEANING_MILLIS = 1_000;

    /** A command may sum up a year (platform.command.CommandConfig). */
    private static final String SILENCE = "shiyu.database.silence-seconds";

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(to -> to.setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setReadIdleTimeout(ConfigProvider.getConfig()
                        .getOptionalValue(SILENCE, Integer.class)
                        .orElse(SILENCE_SECONDS)));
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                        .setConnectionTimeout(QUEUE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setIdleTimeout(IDLE_SECONDS)
                        .setPoolCleanerPeriod(CLEANING_MILLIS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
