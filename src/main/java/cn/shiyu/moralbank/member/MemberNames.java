package cn.shiyu.moralbank.member;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Opens the names members want to be called by, where another part of the bank reads them together with its own rows. */
@ApplicationScoped
public class MemberNames {

    @Inject
    Sealer sealer;

    /** @param account of the member @param sealed column {@code name_sealed} of their row */
    public String open(TenantId tenant, UUID account, byte[] sealed) {
        return sealer.openText(tenant, Purpose.IDENTITY, MemberQueries.row(account), sealed);
    }
}
