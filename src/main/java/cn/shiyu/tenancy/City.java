package cn.shiyu.tenancy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One city as its tenant file describes it. Capabilities read their own section of the file as their own type, so that
 * what a city may want different is data, and tenancy knows no capability.
 *
 * @param shortCode two to four capital letters that start every case number (spec: case numbers)
 * @param regionCode the 12-digit statistical code of the city's root region
 * @param hosts host names (without port) by which residents and staff reach this city, lower case
 */
public final class City {

    private final TenantId id;
    private final String name;
    private final String shortCode;
    private final String regionCode;
    private final List<String> hosts;
    private final JsonNode file;
    private final ObjectMapper mapper;
    private final Map<String, Object> sections = new ConcurrentHashMap<>();

    City(JsonNode file, ObjectMapper mapper) {
        this.file = file;
        this.mapper = mapper;
        this.id = new TenantId(text("id"));
        this.name = text("name");
        this.shortCode = text("shortCode");
        this.regionCode = text("regionCode");
        this.hosts = mapper.convertValue(
                file.required("hosts"), mapper.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private String text(String field) {
        return file.required(field).asText();
    }

    public TenantId id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String shortCode() {
        return shortCode;
    }

    public String regionCode() {
        return regionCode;
    }

    public List<String> hosts() {
        return hosts;
    }

    /** Names of the sections the tenant file has, in its order. */
    public Set<String> sections() {
        Set<String> names = new LinkedHashSet<>();
        file.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /**
     * The named section of the tenant file as the given type, read once.
     *
     * @throws IllegalStateException when the section is missing or has another shape; the message names city and section
     */
    public <T> T section(String section, Class<T> type) {
        return type.cast(sections.computeIfAbsent(section + ":" + type.getName(), ignored -> read(section, type)));
    }

    private <T> T read(String section, Class<T> type) {
        JsonNode node = file.get(section);
        if (node == null) {
            throw new IllegalStateException("tenant file of " + id + " has no section '" + section + "'");
        }
        try {
            return mapper.treeToValue(node, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(
                    "tenant file of " + id + ", section '" + section + "': " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "City[" + id + "]";
    }
}
