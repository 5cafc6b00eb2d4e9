package cn.shiyu.legal.portal;

import cn.shiyu.legal.LegalSettings;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.tenancy.City;
import java.util.List;

/** What the forms of legal advice offer. @param villages of the township that is chosen, else none */
record LegalChoices(List<Choice> townships, List<Choice> villages, List<Choice> fields, List<Choice> languages,
        List<Choice> orders) {

    static LegalChoices of(City city, RegionTree tree, Form form) {
        LegalSettings settings = LegalSettings.of(city);
        String township = form.value("township");
        return new LegalChoices(
                tree.ofLevel(RegionLevel.TOWNSHIP).stream().map(one -> new Choice(one.code(), full(one))).toList(),
                tree.find(township).isEmpty()
                        ? List.of()
                        : tree.children(township).stream().map(one -> new Choice(one.code(), one.name())).toList(),
                choices(settings.fields()),
                choices(settings.languages()),
                List.of(new Choice("soonest", Messages.get("legal.soonest"))));
    }

    private static String full(Region region) {
        return region.fullName() == null || region.fullName().isBlank() ? region.name() : region.fullName();
    }

    private static List<Choice> choices(List<LegalSettings.Named> named) {
        return named.stream().map(one -> new Choice(one.code(), one.name())).toList();
    }
}
