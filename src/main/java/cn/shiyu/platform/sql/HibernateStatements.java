package cn.shiyu.platform.sql;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Over Hibernate's connection, so that entities and these rows share one transaction. */
record HibernateStatements(Mutiny.Session session) implements Statements {

    @Override
    public Uni<List<Line>> select(String sql, Object... arguments) {
        Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(hibernate(sql), Object[].class);
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.getResultList().map(rows -> rows.stream().map(Line::new).toList());
    }

    @Override
    public Uni<Integer> update(String sql, Object... arguments) {
        Mutiny.Query<?> query = session.createNativeQuery(hibernate(sql));
        for (int i = 0; i < arguments.length; i++) {
            query.setParameter(i + 1, arguments[i]);
        }
        return query.executeUpdate();
    }

    @Override
    public Uni<Void> batch(String sql, List<Object[]> sets) {
        // One after the other: a session does not take two statements at once.
        return Multi.createFrom()
                .iterable(sets)
                .onItem()
                .transformToUniAndConcatenate(set -> update(sql, set))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static String hibernate(String sql) {
        return sql.replace('$', '?');
    }
}
