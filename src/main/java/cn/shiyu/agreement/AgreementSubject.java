package cn.shiyu.agreement;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.UUID;

/** What agreements come of; a CDI bean of the capability that owns it. */
public interface AgreementSubject {

    /** What can happen to an agreement that its subject must know of. */
    enum Happening {
        PROPOSED,
        IN_FORCE,
        FULFILLED,
        BROKEN
    }

    /** Lower case: mediation. One bean a type. */
    String type();

    /** Who mediates it now; whoever is not, may not touch the agreement any more. Null when nobody does. */
    Uni<String> mediator(SqlConnection connection, TenantId tenant, UUID subject);

    /** In the transaction in which it happens: a failure undoes both. */
    Uni<Void> happened(SqlConnection connection, TenantId tenant, UUID subject, Happening what);
}
