package cn.shiyu.casework;

import cn.shiyu.platform.redis.LiveTopic;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells open queues that something moved. May be lost: a page that misses it is right again at its next load. */
@ApplicationScoped
public class CaseNews {

    /** The live topic; a message is the codes of the units concerned, separated by commas, or {@code *}. */
    public static final String TOPIC = "cases";

    @Inject
    LiveTopic live;

    Uni<Void> changed(TenantId tenant, Case file) {
        String units = String.join(",", file.units().toList());
        return live.publish(tenant, TOPIC, file.centreUnit + (units.isEmpty() ? "" : "," + units));
    }

    /** A new case: every centre's queue may hold it. */
    Uni<Void> arrived(TenantId tenant) {
        return live.publish(tenant, TOPIC, "*");
    }
}
