package cn.shiyu.category;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A city's topics; immutable, in the order of its tenant file. */
public final class CategoryTree {

    private final Map<String, Category> byCode = new LinkedHashMap<>();
    private final Map<String, List<Category>> children = new LinkedHashMap<>();
    private final List<Category> roots = new ArrayList<>();

    /** @param categories parents before children */
    CategoryTree(Collection<Category> categories) {
        for (Category category : categories) {
            byCode.put(category.code(), category);
            if (category.parent() == null) {
                roots.add(category);
            } else {
                children.computeIfAbsent(category.parent(), code -> new ArrayList<>())
                        .add(category);
            }
        }
    }

    /** Parents before children. */
    public Collection<Category> all() {
        return List.copyOf(byCode.values());
    }

    public List<Category> roots() {
        return List.copyOf(roots);
    }

    public List<Category> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    public Optional<Category> find(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
    }

    public boolean isLeaf(String code) {
        return byCode.containsKey(code) && children(code).isEmpty();
    }

    public List<Category> leaves() {
        return byCode.values().stream()
                .filter(category -> isLeaf(category.code()))
                .toList();
    }

    /** 城乡建设 · 环境卫生 */
    public String pathName(String code) {
        Category category = byCode.get(code);
        return category.parent() == null ? category.name() : pathName(category.parent()) + " · " + category.name();
    }

    /** At most five leaves whose words occur in the text, best first. A hint for the person who decides. */
    public List<Category> suggest(String text) {
        return text == null ? List.of() : Suggestions.of(leaves(), text);
    }
}
