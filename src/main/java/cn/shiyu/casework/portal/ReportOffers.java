package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseDraft;
import cn.shiyu.casework.CaseKind;
import cn.shiyu.casework.CaseOffer;
import cn.shiyu.category.Categories;
import cn.shiyu.category.Category;
import cn.shiyu.category.CategoryTree;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** What the wizard's pages offer to choose from. */
@ApplicationScoped
class ReportOffers {

    @Inject
    Categories categories;

    /** Topics below one heading. */
    record Group(String name, List<Choice> topics) {}

    List<Choice> kinds(City city) {
        return CaseOffer.of(city).kinds().stream()
                .map(kind -> new Choice(kind.code().name(), kind.name(), kind.hint(), icon(kind.code())))
                .toList();
    }

    private static String icon(CaseKind kind) {
        return switch (kind) {
            case REQUEST -> "flag";
            case COMPLAINT -> "alert-circle";
            case DISPUTE -> "scale";
            case HAZARD -> "shield-exclamation";
            case QUESTION -> "help-circle";
            case HELP -> "heart-handshake";
            case SUGGESTION -> "bulb";
            case TIPOFF -> "eye";
            case PRAISE -> "award";
        };
    }

    /** What the resident's own words point to, then the two ways out. */
    List<Choice> topics(City city, CaseDraft draft) {
        CategoryTree tree = categories.of(city);
        Stream<Choice> proposed = tree.suggest(draft.answer("subject") + "\n" + draft.answer("body")).stream()
                .map(topic -> new Choice(topic.code(), tree.pathName(topic.code())));
        return Stream.concat(proposed, Stream.of(way("unsure"), way("other"))).toList();
    }

    private static Choice way(String code) {
        return new Choice(code, Messages.get("report.topic." + code), Messages.get("report.topic." + code + ".hint"));
    }

    /** Every topic a case can have, below the city's headings. */
    List<Group> allTopics(City city) {
        CategoryTree tree = categories.of(city);
        return tree.roots().stream()
                .map(root -> new Group(root.name(), leaves(tree, root).map(topic -> choice(tree, root, topic)).toList()))
                .toList();
    }

    private static Stream<Category> leaves(CategoryTree tree, Category top) {
        return tree.isLeaf(top.code())
                ? Stream.of(top)
                : tree.children(top.code()).stream().flatMap(child -> leaves(tree, child));
    }

    private static Choice choice(CategoryTree tree, Category root, Category topic) {
        String path = tree.pathName(topic.code());
        return new Choice(topic.code(), topic == root ? path : path.substring(root.name().length() + 3));
    }

    List<Choice> visibilities() {
        return Stream.of("PUBLIC", "CONFIDENTIAL")
                .map(code -> new Choice(
                        code, Messages.get("report.visibility." + code), Messages.get("report.visibility." + code + ".hint")))
                .toList();
    }
}
