package cn.shiyu.mediation.portal;

import cn.shiyu.mediation.MediationKind;
import cn.shiyu.mediation.MediationSettings;
import cn.shiyu.mediation.MediatorWish;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What can be chosen by; the shelves as a row of tabs. */
record MarketChoices(
        List<NavItem> shelves, List<Choice> kinds, List<Choice> levels, List<Choice> languages, List<Choice> sorts) {

    private static final List<String> OTHERS = List.of("kind", "level", "language", "q", "sort");

    static MarketChoices of(MediationSettings settings, Form form) {
        return new MarketChoices(
                shelves(settings, form),
                Arrays.stream(MediationKind.values())
                        .map(kind -> new Choice(kind.name(), Messages.get("mediation.kind." + kind)))
                        .toList(),
                choices(settings.levels()), choices(settings.languages()),
                Arrays.stream(MediatorWish.Sort.values())
                        .map(sort -> new Choice(sort.name(), Messages.get("mediation.sort." + sort)))
                        .toList());
    }

    private static List<NavItem> shelves(MediationSettings settings, Form form) {
        List<NavItem> tabs = new ArrayList<>();
        tabs.add(tab(form.with("shelf", null), Messages.get("mediation.allShelves"), form.value("shelf").isBlank()));
        settings.shelves().forEach(shelf -> tabs.add(
                tab(form.with("shelf", shelf.code()), shelf.name(), form.value("shelf").equals(shelf.code()))));
        return tabs;
    }

    private static NavItem tab(Form form, String label, boolean current) {
        List<String> filters = new ArrayList<>(OTHERS);
        filters.add("shelf");
        return NavItem.tab(MarketAddress.of("/mediators", form, filters), label, null, current);
    }

    static List<Choice> choices(List<MediationSettings.Named> named) {
        return named.stream().map(one -> new Choice(one.code(), one.name())).toList();
    }
}
