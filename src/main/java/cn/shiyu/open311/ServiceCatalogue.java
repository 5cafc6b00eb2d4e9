package cn.shiyu.open311;

import cn.shiyu.casework.CaseOffer;
import cn.shiyu.category.Categories;
import cn.shiyu.category.Category;
import cn.shiyu.category.CategoryTree;
import cn.shiyu.open311.ServiceAttribute.Datatype;
import cn.shiyu.open311.ServiceAttribute.Value;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Each city's topics as services, each with the questions every case has and those of the topic's own. */
@ApplicationScoped
public class ServiceCatalogue {

    private final Map<TenantId, Map<String, Service>> built = new ConcurrentHashMap<>();

    @Inject
    Categories categories;

    public List<Service> all(City city) {
        return List.copyOf(of(city).values());
    }

    public Optional<Service> find(City city, String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(of(city).get(code));
    }

    private Map<String, Service> of(City city) {
        return built.computeIfAbsent(city.id(), ignored -> build(city));
    }

    private Map<String, Service> build(City city) {
        CategoryTree tree = categories.of(city);
        List<ServiceAttribute> general = general(city);
        Map<String, List<ServiceAttribute>> own = OwnAttributes.of(city);
        Map<String, Service> services = new LinkedHashMap<>();
        for (Category leaf : tree.leaves()) {
            List<ServiceAttribute> attributes = new ArrayList<>(general);
            attributes.addAll(own.getOrDefault(leaf.code(), List.of()));
            services.put(leaf.code(), service(tree, leaf, attributes));
        }
        return services;
    }

    private static Service service(CategoryTree tree, Category leaf, List<ServiceAttribute> attributes) {
        String group =
                tree.find(leaf.code().split("\\.")[0]).map(Category::name).orElse(leaf.name());
        return new Service(
                leaf.code(), leaf.name(), tree.pathName(leaf.code()), group, leaf.keywords(), List.copyOf(attributes));
    }

    /** What a case needs beyond words and place; all may be left out. */
    private static List<ServiceAttribute> general(City city) {
        List<Value> kinds = CaseOffer.of(city).kinds().stream()
                .map(kind -> new Value(kind.code().name(), kind.name()))
                .toList();
        return List.of(
                general(ReportAnswers.KIND, Datatype.singlevaluelist, kinds),
                general(ReportAnswers.TITLE, Datatype.string, List.of()),
                general(ReportAnswers.VISIBILITY, Datatype.singlevaluelist, values("PUBLIC", "CONFIDENTIAL")),
                general(ReportAnswers.ANONYMOUS, Datatype.singlevaluelist, values("false", "true")));
    }

    private static List<Value> values(String... keys) {
        return Stream.of(keys)
                .map(key -> new Value(key, Messages.get("open311.value." + key)))
                .toList();
    }

    private static ServiceAttribute general(String code, Datatype datatype, List<Value> values) {
        return new ServiceAttribute(
                code,
                datatype,
                true,
                false,
                Messages.get("open311.attribute." + code),
                Messages.get("open311.attributeHint." + code),
                values);
    }
}
