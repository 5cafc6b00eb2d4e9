package cn.shiyu.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** JSON that does not read: 400 when it is no JSON, 422 with the field when a value does not fit. */
final class JsonFaults {

    private JsonFaults() {}

    static Refusal refusal(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return Refusal.badInput(path(unknown), "没有这一项,请删去或检查拼写。");
        }
        if (fault instanceof JsonMappingException mapping && isValueAtFault(mapping)) {
            return Refusal.badInput(path(mapping), "填写的类型或取值不对,请检查。");
        }
        return new Refusal(400, "malformed-json", "提交的 JSON 无法读取" + place(fault.getLocation()) + ",请检查格式。");
    }

    /** Text that breaks off within a field is no fault of that field. */
    private static boolean isValueAtFault(JsonMappingException mapping) {
        return !mapping.getPath().isEmpty() && !(mapping.getCause() instanceof StreamReadException);
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(JsonFaults::step)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }

    private static String place(JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : "(第 " + location.getLineNr() + " 行第 " + location.getColumnNr() + " 列)";
    }
}
