package cn.shiyu.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/** The one way to the database through plain SQL: for lists, hot reads and bulk. Same walls as {@link TenantTx}. */
@ApplicationScoped
public class TenantSql {

    private static final String ENTER = "select set_config('app.tenant', $1, true)";

    @Inject
    Pool pool;

    /**
     * Runs the work on one connection, in one transaction of this city; any failure rolls all of it back. The transaction's begin, the
     * city's name and the work's first statements go to the server together; should the first of these fail, row-level security
     * shows the others nothing.
     */
    public <T> Uni<T> inTx(TenantId tenant, Function<SqlConnection, Uni<T>> work) {
        return pool.withConnection(connection -> {
            Future<Transaction> begun = connection.getDelegate().begin();
            Future<?> entered = connection.getDelegate().preparedQuery(ENTER).execute(Tuple.of(tenant.value()));
            return Uni.createFrom()
                    .deferred(() -> work.apply(connection))
                    .call(() -> uni(entered).chain(() -> uni(begun)).chain(tx -> uni(tx.commit())))
                    .onFailure()
                    .call(() -> rollBack(begun));
        });
    }

    /** Reads in one snapshot, however many statements; whatever others commit meanwhile stays unseen, and nothing can be written. */
    public <T> Uni<T> inSnapshot(TenantId tenant, Function<SqlConnection, Uni<T>> work) {
        return pool.withConnection(connection -> connection
                .query("begin isolation level repeatable read, read only")
                .execute()
                .chain(() -> connection.preparedQuery(ENTER).execute(io.vertx.mutiny.sqlclient.Tuple.of(tenant.value())))
                .chain(() -> work.apply(connection))
                .eventually(() -> connection.query("rollback").execute())
                .onCancellation()
                .call(() -> connection.query("rollback").execute()));
    }

    private static Uni<Void> rollBack(Future<Transaction> begun) {
        // A commit that failed has ended the transaction already; what the caller must hear is the failure.
        return uni(begun).chain(tx -> uni(tx.rollback())).onFailure().recoverWithNull();
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future::toCompletionStage);
    }
}
