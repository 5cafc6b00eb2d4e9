package cn.shiyu.casework;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A small set of codes in one column: codes and login names hold no commas. */
@Converter
class CodeSet implements AttributeConverter<Set<String>, String> {

    @Override
    public String convertToDatabaseColumn(Set<String> codes) {
        return codes == null ? "" : String.join(",", codes);
    }

    @Override
    public Set<String> convertToEntityAttribute(String column) {
        return column == null || column.isEmpty()
                ? new LinkedHashSet<>()
                : Arrays.stream(column.split(",")).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
