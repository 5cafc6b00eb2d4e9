package cn.shiyu.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Plain SQL within the transaction at hand. Plumbing that must commit together with the change it belongs to
 * (events, outbox, idempotency) is written once against this and serves flows on Hibernate and bulk work on the
 * plain client.
 *
 * <p>Statements name their parameters {@code $1, $2…} and cast with {@code cast(… as …)}. Arguments are strings,
 * integers, longs, booleans, UUIDs, {@code byte[]}, {@code LocalDate} and {@code Instant}; null is allowed.
 */
public interface Statements {

    static Statements on(Mutiny.Session session) {
        return new HibernateStatements(session);
    }

    static Statements on(SqlConnection connection) {
        return new VertxStatements(connection);
    }

    Uni<List<Line>> select(String sql, Object... arguments);

    /** @return how many rows were changed */
    Uni<Integer> update(String sql, Object... arguments);

    /** Runs one statement for each set of arguments, in order. */
    Uni<Void> batch(String sql, List<Object[]> sets);

    /** The first row, if any. */
    default Uni<Optional<Line>> first(String sql, Object... arguments) {
        return select(sql, arguments).map(lines -> lines.stream().findFirst());
    }
}
