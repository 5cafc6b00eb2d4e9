package cn.shiyu.mediation;

import cn.shiyu.legal.AfterAdvice;
import cn.shiyu.legal.ConsultationView;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.City;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A consultation goes on as a mediation: what was told stands in the application already. */
@Singleton
class MediationAfterAdvice implements AfterAdvice {

    @Override
    public Optional<NavItem> offer(City city, ConsultationView it) {
        return MediationSettings.of(city).offered()
                ? Optional.of(new NavItem("/mediations/new?consultation=" + it.id(), Messages.get("mediation.apply"), "scale"))
                : Optional.empty();
    }
}
