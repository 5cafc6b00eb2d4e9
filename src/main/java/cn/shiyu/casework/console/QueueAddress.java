package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseStatus;
import cn.shiyu.casework.QueueFilter;
import cn.shiyu.casework.QueueFilter.Scope;
import cn.shiyu.search.SearchTerms;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a queue page is asked for, as it stands in its address: a reload, a bookmark and the back button keep it.
 *
 * @param unit code of the unit whose queue it is
 * @param q what to look for, as it was typed
 * @param tab {@code open}, {@code over} or a state's code
 */
record QueueAddress(String unit, String scope, String tab, String kind, String category, String region, String q) {

    static final String OPEN = "open";
    static final String OVER = "over";

    QueueAddress {
        unit = orEmpty(unit);
        scope = Arrays.stream(Scope.values()).map(Scope::name).filter(orEmpty(scope)::equals).findFirst().orElse(Scope.OWN.name());
        tab = isTab(orEmpty(tab)) ? tab : OPEN;
        kind = orEmpty(kind);
        category = orEmpty(category);
        region = orEmpty(region);
        q = orEmpty(q).replace("\0", "").strip();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static boolean isTab(String tab) {
        return tab.equals(OVER) || CaseStatus.open().stream().anyMatch(status -> status.name().equals(tab));
    }

    QueueAddress withUnit(String other) {
        return new QueueAddress(other, null, OPEN, kind, category, region, q);
    }

    QueueAddress withScope(Scope other) {
        return new QueueAddress(unit, other.name(), tab, kind, category, region, q);
    }

    QueueAddress withTab(String other) {
        return new QueueAddress(unit, scope, other, kind, category, region, q);
    }

    public QueueAddress withoutFilters() {
        return new QueueAddress(unit, scope, tab, null, null, null, null);
    }

    /** The same words where the open ones, or those that are over, stand. */
    public QueueAddress onTheOtherSide() {
        return withTab(tab.equals(OVER) ? OPEN : OVER);
    }

    public boolean isOver() {
        return tab.equals(OVER);
    }

    /** Whether somebody looks for words; then the newest stand first. */
    public boolean isSearch() {
        return !q.isEmpty();
    }

    public boolean isFiltered() {
        return !kind.isEmpty() || !category.isEmpty() || !region.isEmpty() || isSearch();
    }

    QueueFilter filter(SearchTerms terms, String after) {
        return new QueueFilter(unit, Scope.valueOf(scope), statuses(), kind, category, region, terms, after);
    }

    private List<CaseStatus> statuses() {
        return switch (tab) {
            case OPEN -> List.of();
            case OVER -> List.copyOf(CaseStatus.over());
            default -> List.of(CaseStatus.valueOf(tab));
        };
    }

    /** The address itself; what is usual is left out. */
    public String href() {
        UriBuilder address = UriBuilder.fromPath("/console");
        add(address, "unit", unit, Set.of(""));
        add(address, "scope", scope, Set.of(Scope.OWN.name()));
        add(address, "tab", tab, Set.of(OPEN));
        add(address, "kind", kind, Set.of(""));
        add(address, "category", category, Set.of(""));
        add(address, "region", region, Set.of(""));
        add(address, "q", q, Set.of(""));
        return address.build().toString();
    }

    private static void add(UriBuilder address, String name, String value, Set<String> usual) {
        if (!usual.contains(value)) {
            address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }
}
