package cn.shiyu.platform.outbox;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;

/** Takes the messages of one topic; a CDI bean. */
public interface OutboxReceiver {

    /** One receiver a topic. */
    String topic();

    /**
     * Called outside any transaction, possibly more than once for one message and in any order. A failure, or no
     * answer within twenty seconds, means another try later.
     */
    Uni<Void> receive(TenantId tenant, OutboxMessage message);
}
