package cn.shiyu.moralbank.member;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.UUID;

/**
 * Whoever keeps something of members is told that one leaves the bank; a CDI bean of each part. Afterwards none of its rows may
 * name the resident: they are deleted, or what others still need stays without the person.
 */
public interface Leaving {

    /** In the transaction of leaving, before what is put aside is let go and the rest forfeited; the member's row is locked. */
    Uni<Void> erase(SqlConnection connection, TenantId tenant, UUID resident);
}
