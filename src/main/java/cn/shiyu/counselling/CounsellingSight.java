package cn.shiyu.counselling;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;

/** Who sees a talk: whose it is, and the one counsellor who has it. Nobody else, whatever post they hold. */
@ApplicationScoped
class CounsellingSight {

    @Inject
    Vault vault;

    /** @throws Refusal 404 for everybody else */
    CounsellingStanding standing(Caller caller, CounsellingThread it) {
        if (caller.isResident() && MessageDigest.isEqual(vault.whose(caller), it.whose())) {
            return CounsellingStanding.PERSON;
        }
        if (isCounsellor(caller) && caller.id().equals(it.counsellor())) {
            return CounsellingStanding.COUNSELLOR;
        }
        throw Refusal.notFound();
    }

    static boolean isCounsellor(Caller caller) {
        return caller.isStaff() && caller.holds(Role.COUNSELLOR);
    }

    /** @throws Refusal 403 */
    static void refuseUnlessCounsellor(Caller caller) {
        if (!isCounsellor(caller)) {
            throw CounsellingRefusals.notYours();
        }
    }
}
