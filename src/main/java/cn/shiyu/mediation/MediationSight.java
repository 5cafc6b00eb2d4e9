package cn.shiyu.mediation;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.problem.Refusal;
import java.util.UUID;

/** Who sees a mediation: its two parties and who mediates it now. Nobody else, whatever their post. */
final class MediationSight {

    private MediationSight() {}

    /** @throws Refusal 404 for everybody else */
    static MediationStanding standing(Caller caller, Mediation it) {
        if (caller.isResident()) {
            UUID id = UUID.fromString(caller.id());
            if (id.equals(it.applicant())) {
                return MediationStanding.APPLICANT;
            }
            if (id.equals(it.respondent())) {
                return MediationStanding.RESPONDENT;
            }
        }
        if (isMediator(caller) && caller.id().equals(it.mediator())) {
            return MediationStanding.MEDIATOR;
        }
        throw Refusal.notFound();
    }

    static boolean isMediator(Caller caller) {
        return caller.isStaff() && caller.holds(Role.MEDIATOR);
    }
}
