package cn.shiyu.identity;

import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Who stands behind a mini-program's session; implemented by whoever keeps the sessions. */
public interface SessionResidents {

    /**
     * @param session the opaque bearer token, unchecked, of any length
     * @return the resident's id; empty for a session that is unknown, over, or another city's
     */
    Uni<Optional<UUID>> of(TenantId city, String session);
}
