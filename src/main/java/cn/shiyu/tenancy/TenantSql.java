package cn.shiyu.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/** The one way to the database through plain SQL: for lists, hot reads and bulk. Same walls as {@link TenantTx}. */
@ApplicationScoped
public class TenantSql {

    @Inject
    Pool pool;

    /** Runs the work on one connection, in one transaction of this city; any failure rolls all of it back. */
    public <T> Uni<T> inTx(TenantId tenant, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select set_config('app.tenant', $1, true)")
                .execute(Tuple.of(tenant.value()))
                .chain(() -> work.apply(connection)));
    }
}
