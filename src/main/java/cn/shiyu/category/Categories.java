package cn.shiyu.category;

import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Each city's topics: section {@code categories} of its tenant file. */
@ApplicationScoped
public class Categories {

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Node(
            String code,
            String name,
            List<String> leads,
            List<String> keywords,
            String defaultGrade,
            List<Node> children) {}

    private final Map<TenantId, CategoryTree> built = new ConcurrentHashMap<>();

    public CategoryTree of(City city) {
        return built.computeIfAbsent(city.id(), ignored -> build(city));
    }

    private static CategoryTree build(City city) {
        List<Category> all = new ArrayList<>();
        for (Node node : city.section("categories", Node[].class)) {
            add(all, node, null);
        }
        return new CategoryTree(all);
    }

    private static void add(List<Category> all, Node node, String parent) {
        all.add(new Category(
                node.code(), node.name(), parent, orNone(node.leads()), orNone(node.keywords()), node.defaultGrade()));
        orNone(node.children()).forEach(child -> add(all, child, node.code()));
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
