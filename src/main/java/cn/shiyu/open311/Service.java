package cn.shiyu.open311;

import java.util.List;
import java.util.Optional;

/** A topic under which something can be filed: a leaf of the city's tree. */
public record Service(
        String code,
        String name,
        String description,
        String group,
        List<String> keywords,
        List<ServiceAttribute> attributes) {

    Optional<ServiceAttribute> attribute(String attributeCode) {
        return attributes.stream()
                .filter(one -> one.code().equals(attributeCode))
                .findFirst();
    }
}
