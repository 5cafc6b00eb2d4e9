package cn.shiyu.counselling.portal;

import cn.shiyu.counselling.CounsellingSettings;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.portal.HomePanel;
import cn.shiyu.organisation.portal.HomePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.City;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counselling, where a city offers it. */
@Singleton
class CounsellingHome implements HomePlace {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<HomePanel> of(City city, Caller caller) {
        if (!CounsellingSettings.of(city).offered()) {
            return Optional.empty();
        }
        List<NavItem> links = new ArrayList<>(List.of(new NavItem("/counselling", Messages.get("counselling.findOne"), null)));
        if (caller.isResident()) {
            links.add(new NavItem(ThreadPages.PLACE, Messages.get("counselling.own"), null));
        }
        return Optional.of(new HomePanel("counselling", Messages.get("counselling.title"), links));
    }
}
