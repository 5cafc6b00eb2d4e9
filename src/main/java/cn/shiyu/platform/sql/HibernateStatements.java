package cn.shiyu.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * On the session's own connection, so that entities and these rows share one transaction; past Hibernate's parser and its
 * look for unsaved changes, which cost more than the statements. What the session holds and has not flushed, they do not see.
 */
record HibernateStatements(Mutiny.Session session) implements Statements {

    private ReactiveConnection connection() {
        return ((MutinySessionImpl) session).getReactiveConnection();
    }

    @Override
    public Uni<List<Line>> select(String sql, Object... arguments) {
        return Uni.createFrom()
                .completionStage(() -> connection().select(sql, clientTypes(arguments)))
                .map(HibernateStatements::lines);
    }

    @Override
    public Uni<Integer> update(String sql, Object... arguments) {
        return Uni.createFrom().completionStage(() -> connection().update(sql, clientTypes(arguments)));
    }

    @Override
    public Uni<Void> batch(String sql, List<Object[]> sets) {
        if (sets.size() == 1) {
            return update(sql, sets.get(0)).replaceWithVoid();
        }
        // All sent at once, answered in order: one way there and back.
        return Uni.createFrom()
                .completionStage(() -> connection()
                        .update(sql, sets.stream().map(HibernateStatements::clientTypes).toList()))
                .replaceWithVoid();
    }

    private static List<Line> lines(ReactiveConnection.Result rows) {
        List<Line> lines = new ArrayList<>(rows.size());
        rows.forEachRemaining(row -> lines.add(new Line(row)));
        return lines;
    }

    private static Object[] clientTypes(Object[] arguments) {
        Object[] types = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            types[i] = clientType(arguments[i]);
        }
        return types;
    }

    private static Object clientType(Object argument) {
        if (argument instanceof byte[] bytes) {
            return Buffer.buffer(bytes);
        }
        return argument instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : argument;
    }
}
