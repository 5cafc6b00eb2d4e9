package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.organisation.portal.HomePanel;
import cn.shiyu.organisation.portal.HomePlace;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.City;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The moral bank, where a city has one. */
@Singleton
class BankHome implements HomePlace {

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<HomePanel> of(City city, Caller caller) {
        if (!BankSettings.of(city).offered()) {
            return Optional.empty();
        }
        return Optional.of(new HomePanel("bank", Messages.get("bank.title"), List.of(
                new NavItem(BankPages.PLACE, Messages.get(caller.isResident() ? "bank.own" : "bank.what"), null),
                new NavItem(HonourPages.BOOK, Messages.get("honour.book"), null),
                new NavItem("/bank/figures", Messages.get("bank.figures"), null))));
    }
}
