package cn.shiyu.tenancy;

import cn.shiyu.platform.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The one way to the database through Hibernate. Every transaction names its city first, which row-level security reads
 * ({@code app.tenant}); that keys and conditions name the city too is the other wall. See docs/adr/0006.
 */
@ApplicationScoped
public class TenantTx {

    @Inject
    Mutiny.SessionFactory sessions;

    /** Runs the work in one transaction of this city; any failure rolls all of it back. */
    public <T> Uni<T> inTx(TenantId tenant, Function<Mutiny.Session, Uni<T>> work) {
        // A nested call would reuse the outer session and could switch its city: a new session each time, never nested.
        return sessions.openSession().chain(session -> session.withTransaction(
                        tx -> enter(session, tenant).chain(() -> work.apply(session)))
                .eventually(session::close));
    }

    private static Uni<?> enter(Mutiny.Session session, TenantId tenant) {
        return Statements.on(session).select("select set_config('app.tenant', $1, true)", tenant.value());
    }
}
