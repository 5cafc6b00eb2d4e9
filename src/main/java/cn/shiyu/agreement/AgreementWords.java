package cn.shiyu.agreement;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Seals and opens what an agreement says. */
@ApplicationScoped
class AgreementWords {

    @Inject
    Sealer sealer;

    byte[] seal(TenantId tenant, UUID id, String column, String words) {
        return sealer.seal(tenant, Purpose.CONFIDENCE, label(id, column), words);
    }

    String facts(TenantId tenant, Agreement it) {
        return sealer.openText(tenant, Purpose.CONFIDENCE, label(it.id(), "facts"), it.facts());
    }

    String terms(TenantId tenant, Agreement it) {
        return sealer.openText(tenant, Purpose.CONFIDENCE, label(it.id(), "terms"), it.terms());
    }

    byte[] sealPaper(TenantId tenant, UUID id, byte[] paper) {
        return sealer.seal(tenant, Purpose.CONFIDENCE, label(id, "paper"), paper);
    }

    byte[] openPaper(TenantId tenant, UUID id, byte[] sealed) {
        return sealer.open(tenant, Purpose.CONFIDENCE, label(id, "paper"), sealed);
    }

    private static String label(UUID id, String column) {
        return "agreement:" + id + ":" + column;
    }
}
