package cn.shiyu.moralbank.ledger;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.UUID;

/** Whoever made holds hears, in the same transaction, that one ran out and its points went back. */
public interface HoldWatcher {

    /**
     * Called before the points go back, so that your row is locked before the hold's, as in everything you do yourself; nothing of it
     * stays when the hold was captured or released meanwhile.
     *
     * @param source as it was given with the hold; not everybody's is yours
     */
    Uni<Void> ranOut(SqlConnection connection, TenantId tenant, UUID hold, Source source);
}
