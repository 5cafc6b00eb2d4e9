package cn.shiyu.history;

import cn.shiyu.category.Categories;
import cn.shiyu.category.CategoryTree;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.organisation.UnitKind;
import cn.shiyu.organisation.Units;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One city's codes, found by code or by a name that only one of them has. Made once a run: files have many lines. */
final class CityCodes {

    @ApplicationScoped
    static class Maker {

        @Inject
        Categories categories;

        @Inject
        Regions regions;

        @Inject
        Units units;

        CityCodes of(City city) {
            return CityCodes.of(categories.of(city), regions.of(city), units.of(city));
        }
    }

    static CityCodes of(CategoryTree topics, RegionTree regions, UnitDirectory units) {
        CityCodes codes = new CityCodes(regions.root().code());
        topics.all().forEach(topic -> codes.categories.add(topic.code(), topic.name(), topics.pathName(topic.code())));
        regions.all().forEach(region -> codes.regions.add(region.code(), region.name(), region.fullName()));
        units.all().stream()
                .filter(unit -> unit.kind() != UnitKind.CENTRE)
                .forEach(unit -> codes.units.add(unit.code(), unit.name(), unit.name()));
        return codes;
    }

    private static final class Names {
        private final Set<String> codes = new HashSet<>();
        private final Map<String, String> byName = new HashMap<>();
        private final Set<String> ambiguous = new HashSet<>();

        void add(String code, String name, String fullName) {
            codes.add(code);
            name(name, code);
            name(fullName, code);
        }

        private void name(String name, String code) {
            String before = byName.put(name, code);
            if (before != null && !before.equals(code)) {
                ambiguous.add(name);
            }
        }

        Optional<String> find(String text) {
            if (codes.contains(text)) {
                return Optional.of(text);
            }
            return ambiguous.contains(text) ? Optional.empty() : Optional.ofNullable(byName.get(text));
        }
    }

    private final String root;
    private final Names categories = new Names();
    private final Names regions = new Names();
    private final Names units = new Names();

    private CityCodes(String root) {
        this.root = root;
    }

    /** Code of the city itself. */
    String root() {
        return root;
    }

    Optional<String> category(String text) {
        return categories.find(text);
    }

    Optional<String> region(String text) {
        return regions.find(text);
    }

    /** Departments and townships' governments; a centre answers nothing itself. */
    Optional<String> unit(String text) {
        return units.find(text);
    }
}
