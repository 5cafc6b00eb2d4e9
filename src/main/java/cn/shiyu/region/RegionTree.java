package cn.shiyu.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A city's divisions; immutable, in the order of the national list. */
public final class RegionTree {

    private final Region root;
    private final Map<String, Region> byCode = new LinkedHashMap<>();
    private final Map<String, List<Region>> children = new LinkedHashMap<>();

    /** @param regions parents before children, the root first */
    RegionTree(Collection<Region> regions) {
        this.root = regions.iterator().next();
        for (Region region : regions) {
            byCode.put(region.code(), named(region));
            if (region.parent() != null) {
                children.computeIfAbsent(region.parent(), code -> new ArrayList<>())
                        .add(byCode.get(region.code()));
            }
        }
    }

    private Region named(Region region) {
        Region above = region.parent() == null ? null : byCode.get(region.parent());
        String full =
                above == null || above.parent() == null ? region.name() : above.fullName() + " · " + region.name();
        return new Region(
                region.code(), region.parent(), region.level(), region.name(), full, region.lng(), region.lat());
    }

    public Region root() {
        return byCode.get(root.code());
    }

    public Collection<Region> all() {
        return byCode.values();
    }

    public Optional<Region> find(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
    }

    public List<Region> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    public List<Region> ofLevel(RegionLevel level) {
        return byCode.values().stream()
                .filter(region -> region.level() == level)
                .toList();
    }

    /** From the root down to the region itself. */
    public List<Region> path(String code) {
        List<Region> path = new ArrayList<>();
        for (Region at = byCode.get(code); at != null; at = at.parent() == null ? null : byCode.get(at.parent())) {
            path.add(0, at);
        }
        return path;
    }

    public boolean isWithin(String code, String ancestor) {
        return path(code).stream().anyMatch(region -> region.code().equals(ancestor));
    }
}
