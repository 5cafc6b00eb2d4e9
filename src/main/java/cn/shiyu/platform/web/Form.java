package cn.shiyu.platform.web;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A form as its page shows it: what was typed and what is wrong with it. Immutable. The field tags take it and look up
 * their own name, so that nothing typed is lost when a form comes back.
 */
public final class Form {

    private static final Form EMPTY = new Form(Map.of(), List.of());

    private final Map<String, List<String>> values;
    private final List<FieldError> errors;

    private Form(Map<String, List<String>> values, List<FieldError> errors) {
        this.values = values;
        this.errors = errors;
    }

    public static Form empty() {
        return EMPTY;
    }

    /** @param typed as it came over HTTP; a {@code MultivaluedMap} fits */
    public static Form of(Map<String, List<String>> typed) {
        return new Form(Map.copyOf(typed), List.of());
    }

    /** The same form with one field filled; null clears it. A collection fills a field of several values. */
    public Form with(String field, Object value) {
        Map<String, List<String>> filled = new HashMap<>(values);
        filled.put(field, texts(value));
        return new Form(Map.copyOf(filled), errors);
    }

    private static List<String> texts(Object value) {
        if (value instanceof Iterable<?> several) {
            List<String> texts = new ArrayList<>();
            several.forEach(one -> texts.add(Objects.toString(one, "")));
            return List.copyOf(texts);
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    /** The same form with what the flow refused: field by field, or one sentence for the whole form. */
    public Form refused(Refusal refusal) {
        return wrong(refusal.errors().isEmpty() ? List.of(new FieldError("", refusal.sentence())) : refusal.errors());
    }

    public Form wrong(List<FieldError> more) {
        List<FieldError> all = new ArrayList<>(errors);
        all.addAll(more);
        return new Form(values, List.copyOf(all));
    }

    public Form wrong(String field, String message) {
        return wrong(List.of(new FieldError(field, message)));
    }

    /** What was typed, never null. */
    public String value(String field) {
        List<String> typed = values.get(field);
        return typed == null || typed.isEmpty() ? "" : typed.get(0);
    }

    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether this option of the field is chosen. */
    public boolean has(String field, Object option) {
        return values(field).contains(String.valueOf(option));
    }

    /** What is wrong with the field, or null. */
    public String error(String field) {
        String all = errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public boolean failed() {
        return !errors.isEmpty();
    }
}
