package cn.shiyu.counselling.console;

import cn.shiyu.counselling.CounsellingSettings;
import cn.shiyu.counselling.ProviderFigures;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.console.ConsolePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CityDirectory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** 心理咨询: letters for counsellors, figures for who supervises. */
@Singleton
class CounsellingPlace implements ConsolePlace {

    @Inject
    CityDirectory cities;

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Optional<NavItem> of(Caller staff) {
        if (!CounsellingSettings.of(cities.byId(staff.tenant())).offered()) {
            return Optional.empty();
        }
        if (staff.holds(Role.COUNSELLOR)) {
            return Optional.of(new NavItem(CounsellingDesk.PLACE, Messages.get("counselling.nav"), "heart-handshake"));
        }
        return ProviderFigures.supervises(staff)
                ? Optional.of(new NavItem(CounsellingDesk.PLACE + "/figures", Messages.get("counselling.figuresNav"), "heart-handshake"))
                : Optional.empty();
    }
}
