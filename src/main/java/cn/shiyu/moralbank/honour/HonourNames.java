package cn.shiyu.moralbank.honour;

import cn.shiyu.moralbank.member.MemberNames;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Names as members let them be shown. */
@ApplicationScoped
class HonourNames {

    @Inject
    Sealer sealer;

    @Inject
    MemberNames names;

    /** @param pen null for none */
    byte[] seal(TenantId tenant, UUID account, String pen) {
        return pen == null ? null : sealer.seal(tenant, Purpose.IDENTITY, sealedIn(account), pen);
    }

    /** @return null for none */
    String pen(TenantId tenant, UUID account, byte[] sealed) {
        return sealed == null ? null : sealer.openText(tenant, Purpose.IDENTITY, sealedIn(account), sealed);
    }

    String shown(TenantId tenant, UUID account, Naming naming, byte[] name, byte[] pen) {
        return naming.shown(names.open(tenant, account, name), pen(tenant, account, pen));
    }

    private static String sealedIn(UUID account) {
        return "bank-honour:" + account;
    }
}
