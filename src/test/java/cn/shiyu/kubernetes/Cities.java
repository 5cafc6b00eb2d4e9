package cn.shiyu.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The cities on board, as their tenant files describe them. */
final class Cities {

    private static final List<JsonNode> FILES = names().stream()
            .map(name -> Application.text("tenants/" + name + ".yaml"))
            .flatMap(yaml -> Manifests.parse(yaml).stream())
            .toList();

    private Cities() {}

    static List<String> names() {
        return List.of(Application.property("shiyu.tenants").split(","));
    }

    static Stream<JsonNode> files() {
        return FILES.stream();
    }

    static List<String> hosts() {
        return files().flatMap(city -> StreamSupport.stream(city.path("hosts").spliterator(), false))
                .map(JsonNode::asText)
                .sorted()
                .toList();
    }

    /** Every file that the cities' files name, and they themselves. */
    static List<String> parts() {
        return Stream.concat(names().stream().map(name -> name + ".yaml"), files().flatMap(city -> Stream.of(
                                city.at("/regions/file"), city.at("/map/shapes"), city.at("/calendar/holidays"))
                        .map(JsonNode::asText)))
                .distinct()
                .sorted()
                .toList();
    }

    /** Configuration keys under which the cities' WeChat secrets are looked up. */
    static Stream<String> secretKeys() {
        return files().map(city -> city.at("/wechat/secretRef").asText());
    }
}
