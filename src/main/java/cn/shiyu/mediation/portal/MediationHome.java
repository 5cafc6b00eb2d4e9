package cn.shiyu.mediation.portal;

import cn.shiyu.identity.Caller;
import cn.shiyu.mediation.MediationSettings;
import cn.shiyu.organisation.portal.HomePanel;
import cn.shiyu.organisation.portal.HomePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.City;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The expert supermarket, where a city has one. */
@Singleton
class MediationHome implements HomePlace {

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<HomePanel> of(City city, Caller caller) {
        if (!MediationSettings.of(city).offered()) {
            return Optional.empty();
        }
        List<NavItem> links = new ArrayList<>(List.of(
                new NavItem("/mediators", Messages.get("mediation.market"), null),
                new NavItem("/mediations/new", Messages.get("mediation.apply"), null)));
        if (caller.isResident()) {
            links.add(new NavItem("/mediations", Messages.get("mediation.own"), null));
        }
        return Optional.of(new HomePanel("mediation", Messages.get("mediation.title"), links));
    }
}
