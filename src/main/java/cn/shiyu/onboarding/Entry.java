package cn.shiyu.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A place in a tenant file that is being checked. Reading a field checks its shape, notes what is wrong and goes on with
 * something harmless, so that one look finds every fault.
 *
 * @param where as people find it: {@code staff › dispatcher1}
 */
record Entry(String where, JsonNode node, Faults faults) {

    /** The longest list of choices that is still read rather than skipped. */
    private static final int MOST_CHOICES = 12;

    void fault(String words) {
        faults.add(where, words);
    }

    void fault(String field, String words) {
        faults.add(where + " › " + field, words);
    }

    Entry child(String field) {
        return new Entry(where + " › " + field, node.path(field), faults);
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** A required text; empty where it is missing, which is noted. */
    String text(String field) {
        String text = node.path(field).asText("").strip();
        if (text.isEmpty() || node.path(field).isNull()) {
            fault(field, "必须填写");
            return "";
        }
        return text;
    }

    /** A required text of a form. @param example as it should look */
    String text(String field, String form, String example) {
        String text = text(field);
        if (!text.isEmpty() && !text.matches(form)) {
            fault(field, "“" + text + "”格式不对，应如 " + example);
        }
        return text;
    }

    Optional<String> optional(String field) {
        return has(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }

    double number(String field, double from, double to) {
        JsonNode number = node.path(field);
        if (!number.isNumber() || number.asDouble() < from || number.asDouble() > to) {
            fault(field, "应为 %s 到 %s 之间的数".formatted(shown(from), shown(to)));
            return from;
        }
        return number.asDouble();
    }

    private static String shown(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    <E extends Enum<E>> Optional<E> oneOf(String field, Class<E> choices) {
        String text = text(field);
        return text.isEmpty() ? Optional.empty() : choice(field, text, choices);
    }

    <E extends Enum<E>> Optional<E> choice(String field, String text, Class<E> choices) {
        Optional<E> chosen = Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(text))
                .findFirst();
        if (chosen.isEmpty()) {
            fault(field, "没有“" + text + "”，可以是 " + names(choices));
        }
        return chosen;
    }

    private static <E extends Enum<E>> String names(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .limit(MOST_CHOICES)
                .map(Enum::name)
                .collect(Collectors.joining("、"));
    }

    /** Texts of an optional list. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        list(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Entries of an optional list, named by the first of these fields that each has, else by their place. */
    List<Entry> entries(String field, String... names) {
        return children(where + (field.isEmpty() ? "" : " › " + field), field.isEmpty() ? node : list(field), names);
    }

    private JsonNode list(String field) {
        JsonNode list = node.path(field);
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            fault(field, "应为列表");
        }
        return list.isArray() ? list : MissingNode.getInstance();
    }

    private List<Entry> children(String at, JsonNode list, String... names) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode child : list) {
            String place = "第 " + (entries.size() + 1) + " 项";
            entries.add(new Entry(at + " › " + name(child, names).orElse(place), child, faults));
        }
        return entries;
    }

    private static Optional<String> name(JsonNode child, String... names) {
        return Arrays.stream(names)
                .filter(child::hasNonNull)
                .map(name -> child.get(name).asText())
                .findFirst();
    }
}
