package cn.shiyu.legal.portal;

import cn.shiyu.identity.Caller;
import cn.shiyu.legal.LegalSettings;
import cn.shiyu.organisation.portal.HomePanel;
import cn.shiyu.organisation.portal.HomePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.City;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Legal advisors, where a city has any. */
@Singleton
class LegalHome implements HomePlace {

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<HomePanel> of(City city, Caller caller) {
        if (!LegalSettings.of(city).offered()) {
            return Optional.empty();
        }
        List<NavItem> links = new ArrayList<>(List.of(new NavItem("/legal", Messages.get("legal.findOne"), null)));
        if (caller.isResident()) {
            links.add(new NavItem("/legal/consultations", Messages.get("legal.own"), null));
        }
        return Optional.of(new HomePanel("legal", Messages.get("legal.title"), links));
    }
}
