package cn.shiyu.casework.console;

import cn.shiyu.category.Categories;
import cn.shiyu.category.Category;
import cn.shiyu.category.CategoryTree;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Topics and places of a city as grouped selects offer them. */
@ApplicationScoped
class PlaceChoices {

    @Inject
    Categories categories;

    @Inject
    Regions regions;

    /** Townships, by the county or city they lie in. */
    List<ChoiceGroup> townships(City city) {
        RegionTree tree = regions.of(city);
        Map<String, List<Choice>> byParent = new LinkedHashMap<>();
        tree.ofLevel(RegionLevel.TOWNSHIP).forEach(township -> byParent
                .computeIfAbsent(township.parent(), code -> new ArrayList<>())
                .add(new Choice(township.code(), township.name())));
        return byParent.entrySet().stream()
                .map(entry -> new ChoiceGroup(
                        tree.find(entry.getKey()).map(Region::name).orElse(""), entry.getValue()))
                .toList();
    }

    List<Choice> villages(City city, String township) {
        return regions.of(city).children(township).stream()
                .map(village -> new Choice(village.code(), village.name()))
                .toList();
    }

    /** Whole branches and what is in them, to filter by. */
    List<ChoiceGroup> branches(City city) {
        CategoryTree tree = categories.of(city);
        return tree.roots().stream().map(root -> branch(tree, root)).toList();
    }

    private static ChoiceGroup branch(CategoryTree tree, Category root) {
        List<Choice> options = new ArrayList<>();
        options.add(new Choice(root.code(), Messages.get("console.filter.allOf", root.name())));
        options.addAll(leaves(tree, root));
        return new ChoiceGroup(root.name(), options);
    }

    /** Leaves alone, to classify by; those that fit the words stand first. */
    List<ChoiceGroup> topics(City city, String words) {
        CategoryTree tree = categories.of(city);
        List<ChoiceGroup> groups = new ArrayList<>();
        List<Choice> fitting = tree.suggest(words).stream()
                .map(leaf -> new Choice(leaf.code(), tree.pathName(leaf.code())))
                .toList();
        if (!fitting.isEmpty()) {
            groups.add(new ChoiceGroup(Messages.get("console.suggested"), fitting));
        }
        tree.roots().forEach(root -> groups.add(new ChoiceGroup(root.name(), leaves(tree, root))));
        return groups;
    }

    private static List<Choice> leaves(CategoryTree tree, Category root) {
        String above = root.name() + " · ";
        return tree.leaves().stream()
                .filter(leaf -> leaf.code().equals(root.code()) || leaf.code().startsWith(root.code() + "."))
                .map(leaf -> new Choice(leaf.code(), tree.pathName(leaf.code()).replaceFirst("^" + above, "")))
                .toList();
    }
}
