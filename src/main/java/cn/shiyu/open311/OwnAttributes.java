package cn.shiyu.open311;

import cn.shiyu.open311.ServiceAttribute.Datatype;
import cn.shiyu.open311.ServiceAttribute.Value;
import cn.shiyu.tenancy.City;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Questions of a topic's own: {@code attributes} of a leaf in section {@code categories} of the tenant file. */
final class OwnAttributes {

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Node(String code, List<Node> children, List<Question> attributes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Question(
            String code,
            Datatype datatype,
            Boolean variable,
            boolean required,
            String description,
            String hint,
            List<Value> values) {

        ServiceAttribute attribute() {
            return new ServiceAttribute(
                    code,
                    datatype,
                    variable == null || variable,
                    required,
                    description,
                    hint,
                    values == null ? List.of() : values);
        }
    }

    private OwnAttributes() {}

    static Map<String, List<ServiceAttribute>> of(City city) {
        Map<String, List<ServiceAttribute>> found = new HashMap<>();
        collect(found, List.of(city.section("categories", Node[].class)));
        return found;
    }

    private static void collect(Map<String, List<ServiceAttribute>> found, List<Node> nodes) {
        for (Node node : nodes) {
            if (node.attributes() != null) {
                found.put(
                        node.code(),
                        node.attributes().stream().map(Question::attribute).toList());
            }
            if (node.children() != null) {
                collect(found, node.children());
            }
        }
    }
}
