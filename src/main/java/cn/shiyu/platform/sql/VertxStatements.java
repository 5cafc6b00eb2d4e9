package cn.shiyu.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Over the plain client, for bulk and hot paths. */
record VertxStatements(SqlConnection connection) implements Statements {

    @Override
    public Uni<List<Line>> select(String sql, Object... arguments) {
        return connection.preparedQuery(sql).execute(tuple(arguments)).map(VertxStatements::lines);
    }

    @Override
    public Uni<Integer> update(String sql, Object... arguments) {
        return connection.preparedQuery(sql).execute(tuple(arguments)).map(RowSet::rowCount);
    }

    @Override
    public Uni<Void> batch(String sql, List<Object[]> sets) {
        if (sets.size() == 1) {
            return update(sql, sets.get(0)).replaceWithVoid();
        }
        List<Tuple> tuples = sets.stream().map(VertxStatements::tuple).toList();
        return connection.preparedQuery(sql).executeBatch(tuples).replaceWithVoid();
    }

    private static List<Line> lines(RowSet<Row> rows) {
        List<Line> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(Line.of(row)));
        return lines;
    }

    private static Tuple tuple(Object[] arguments) {
        Tuple tuple = Tuple.tuple();
        for (Object argument : arguments) {
            tuple.addValue(clientType(argument));
        }
        return tuple;
    }

    private static Object clientType(Object argument) {
        if (argument instanceof byte[] bytes) {
            return Buffer.buffer(bytes);
        }
        return argument instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : argument;
    }
}
