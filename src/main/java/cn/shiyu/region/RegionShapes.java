package cn.shiyu.region;

import cn.shiyu.platform.web.MapSettings;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantFiles;
import cn.shiyu.tenancy.TenantId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** In which region a point lies, by the shapes of the city's map. As exact as those are: a hint for whoever dispatches. */
@ApplicationScoped
public class RegionShapes {

    private record Shape(String code, String level, Outline outline) {}

    private final Map<TenantId, List<Shape>> read = new ConcurrentHashMap<>();

    @Inject
    TenantFiles files;

    @Inject
    ObjectMapper json;

    /** @param point GCJ-02, as the shapes are drawn @return code of the township, where the map shows one */
    public Optional<String> township(City city, Datum.Point point) {
        return shapes(city).stream()
                .filter(shape -> shape.level().equals("township"))
                .filter(shape -> shape.outline().contains(point))
                .map(Shape::code)
                .findFirst();
    }

    /** Whether the point may lie in this city, with room for outlines that were simplified. */
    public boolean isNear(City city, Datum.Point point) {
        return shapes(city).stream().anyMatch(shape -> shape.outline().isNear(point));
    }

    /** Every township the map shows. */
    public List<DrawnRegion> townships(City city) {
        return shapes(city).stream()
                .filter(shape -> shape.level().equals("township"))
                .map(shape -> new DrawnRegion(shape.code(), shape.outline().rings()))
                .toList();
    }

    private List<Shape> shapes(City city) {
        return read.computeIfAbsent(city.id(), ignored -> read(city));
    }

    private List<Shape> read(City city) {
        String name = city.section("map", MapSettings.class).shapes();
        try (InputStream file = files.open(name)) {
            List<Shape> shapes = new ArrayList<>();
            for (JsonNode feature : json.readTree(file).path("features")) {
                JsonNode facts = feature.path("properties");
                shapes.add(new Shape(
                        facts.path("code").asText(),
                        facts.path("level").asText(),
                        Outline.of(feature.path("geometry"))));
            }
            return List.copyOf(shapes);
        } catch (IOException e) {
            throw new UncheckedIOException("the shapes of " + city.id() + " in " + name + " cannot be read", e);
        }
    }
}
