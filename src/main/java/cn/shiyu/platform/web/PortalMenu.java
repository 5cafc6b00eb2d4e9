package cn.shiyu.platform.web;

import java.util.List;

/** Where a resident may go from every page. Five at most: more do not fit a thumb's reach at 360 px. */
final class PortalMenu {

    private static final List<NavItem> PLACES = List.of(
            place("/", "home", "home"),
            place("/report", "report", "pencil"),
            place("/cases", "mine", "user"),
            place("/lookup", "lookup", "search"),
            place("/board", "board", "speakerphone"));

    private PortalMenu() {}

    private static NavItem place(String href, String word, String icon) {
        return new NavItem(href, Messages.get("look." + word), icon);
    }

    static List<NavItem> at(String path) {
        return PLACES.stream().map(item -> item.on(path)).toList();
    }
}
