package cn.shiyu.eventlog;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads streams, oldest entry first. A stream of another city, or none, is an empty list. */
@ApplicationScoped
public class EventQueries {

    @Inject
    TenantSql sql;

    /** In a transaction of its own. */
    public Uni<List<StoredEvent>> of(TenantId tenant, StreamId stream) {
        return sql.inTx(tenant, connection -> of(connection, tenant, stream));
    }

    public Uni<List<StoredEvent>> of(SqlConnection connection, TenantId tenant, StreamId stream) {
        return of(Statements.on(connection), tenant, stream);
    }

    /** Sees what the session's own transaction has appended. */
    public Uni<List<StoredEvent>> of(Mutiny.Session session, TenantId tenant, StreamId stream) {
        return of(Statements.on(session), tenant, stream);
    }

    private Uni<List<StoredEvent>> of(Statements statements, TenantId tenant, StreamId stream) {
        return statements
                .select(EventSql.OF_STREAM, tenant.value(), stream.id(), stream.type())
                .map(lines -> lines.stream().map(Entry::read).map(Entry::view).toList());
    }
}
