package cn.shiyu.notify;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Tells a resident, in the transaction of what there is to tell: told once, and never of what did not happen. */
@ApplicationScoped
public class Notices {

    private static final String ADD =
            "insert into notice (tenant_id, resident_id, notice_id, words, link, at) values ($1, $2, $3, $4, $5, $6)";

    /**
     * @param words one Chinese sentence; no other person's data
     * @param link path within the portal
     */
    public Uni<Void> tell(Statements sql, TenantId tenant, UUID resident, String words, String link, Instant at) {
        return sql.update(ADD, tenant.value(), resident, UuidCreator.getTimeOrderedEpoch(), words, link, at)
                .replaceWithVoid();
    }
}
