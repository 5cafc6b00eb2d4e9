package cn.shiyu.legal;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Who sees a consultation: who asked, who has it, and, once it is late, the advisors of its township. Nobody else. */
@ApplicationScoped
class ConsultationSight {

    @Inject
    Advisors advisors;

    /** @throws Refusal 404 for everybody else */
    ConsultationStanding standing(City city, Caller caller, Consultation it) {
        if (caller.isResident() && UUID.fromString(caller.id()).equals(it.resident())) {
            return ConsultationStanding.ASKER;
        }
        if (isAdvisor(caller) && caller.id().equals(it.advisor())) {
            return ConsultationStanding.ADVISOR;
        }
        if (it.escalated() && isAdvisor(caller) && isOfTeam(city, caller.id(), it)) {
            return ConsultationStanding.TEAM;
        }
        throw Refusal.notFound();
    }

    static boolean isAdvisor(Caller caller) {
        return caller.isStaff() && caller.holds(Role.LEGAL_ADVISOR);
    }

    private boolean isOfTeam(City city, String login, Consultation it) {
        Optional<LegalAdvisor> advisor = advisors.find(city, login);
        return advisor.isPresent() && advisors.ofTeam(city, advisor.get(), it.township());
    }
}
