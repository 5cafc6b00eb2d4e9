package cn.shiyu.casework.console;

import cn.shiyu.casework.QueueItem;
import cn.shiyu.organisation.Unit;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.search.SearchTerms;
import java.util.List;

/**
 * One queue page, ready to be shown.
 *
 * @param here the address of this list without a cursor
 * @param after cursor of this page, null on the first
 * @param terms what was looked for, to be marked in the list
 * @param units the caller's units, more than one where there is something to choose
 */
record QueueSheet(
        Unit unit,
        QueueAddress here,
        String after,
        List<NavItem> units,
        List<QueueTab> tabs,
        List<NavItem> scopes,
        Form filter,
        List<Choice> kinds,
        List<ChoiceGroup> categories,
        List<ChoiceGroup> regions,
        SearchTerms terms,
        Page<QueueItem> page) {

    public String live() {
        return "/console/live?unit=" + unit.code();
    }

    /** The list as it stands, this page of it. */
    public String reload() {
        String href = here.href();
        return after == null ? href : href + (href.contains("?") ? "&" : "?") + "after=" + after;
    }

    public boolean isCentre() {
        return !unit.handles();
    }
}
