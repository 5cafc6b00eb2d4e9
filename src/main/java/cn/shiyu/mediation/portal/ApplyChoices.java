package cn.shiyu.mediation.portal;

import cn.shiyu.mediation.Mediator;
import cn.shiyu.mediation.MediationSettings;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import java.util.List;

/** What the application form offers. @param villages of the township that is chosen, else none */
record ApplyChoices(List<Choice> shelves, List<Choice> townships, List<Choice> villages, List<Choice> mediators) {

    static ApplyChoices of(MediationSettings settings, RegionTree tree, Form form) {
        String township = form.value("township");
        return new ApplyChoices(
                MarketChoices.choices(settings.shelves()),
                tree.ofLevel(RegionLevel.TOWNSHIP).stream().map(one -> new Choice(one.code(), full(one))).toList(),
                tree.find(township).isEmpty()
                        ? List.of()
                        : tree.children(township).stream().map(one -> new Choice(one.code(), one.name())).toList(),
                mediators(settings));
    }

    static List<Choice> mediators(MediationSettings settings) {
        return settings.mediators().stream().map(one -> new Choice(one.login(), named(settings, one))).toList();
    }

    private static String named(MediationSettings settings, Mediator one) {
        return one.name() + "（" + settings.body(one).name() + "）";
    }

    private static String full(Region region) {
        return region.fullName() == null || region.fullName().isBlank() ? region.name() : region.fullName();
    }
}
