package cn.shiyu.history;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.stream.Collectors;

/** Reads a mapping, YAML or JSON (which is YAML), and says of what cannot be read where it stands. */
final class MappingFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private MappingFile() {}

    /** @throws Refusal 422 whose one error has the key as its field, or the line where it is no YAML at all */
    static ImportMapping read(String text) {
        try {
            ImportMapping mapping = YAML.readValue(text, ImportMapping.class);
            if (mapping == null) {
                throw Refusal.badInput("mapping", Messages.get("history.mapping.empty"));
            }
            return mapping;
        } catch (UnrecognizedPropertyException e) {
            throw refused(key(e), Messages.get("history.mapping.unknownKey", key(e)));
        } catch (JsonMappingException e) {
            throw e.getPath().isEmpty() ? unreadable(e) : refused(key(e), Messages.get("history.mapping.shape", key(e)));
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static Refusal unreadable(JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        return refused("mapping", Messages.get("history.mapping.noYaml", line));
    }

    private static Refusal refused(String key, String sentence) {
        return Refusal.badInput(java.util.List.of(new FieldError(key, sentence)));
    }

    private static String key(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining("."));
    }
}
