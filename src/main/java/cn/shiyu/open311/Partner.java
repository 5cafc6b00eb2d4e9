package cn.shiyu.open311;

import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.TenantId;
import java.util.UUID;

/**
 * Whoever holds a key in force.
 *
 * @param id the same over all keys of one partner
 * @param perMinute how much this key may file each minute
 */
public record Partner(UUID id, UUID keyId, String name, int perMinute) {

    public Caller caller(TenantId tenant) {
        return Caller.partner(tenant, id.toString(), name);
    }
}
