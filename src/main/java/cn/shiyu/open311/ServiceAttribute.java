package cn.shiyu.open311;

import java.util.List;

/**
 * A question that comes with a topic. Names follow the standard.
 *
 * @param variable false: only words to be read, no answer
 * @param description the question, Chinese
 * @param hint how to answer; may be empty
 * @param values what can be chosen; empty for other datatypes
 */
public record ServiceAttribute(
        String code,
        Datatype datatype,
        boolean variable,
        boolean required,
        String description,
        String hint,
        List<Value> values) {

    /** As the standard writes them. */
    public enum Datatype {
        string,
        number,
        datetime,
        text,
        singlevaluelist,
        multivaluelist;

        public boolean isList() {
            return this == singlevaluelist || this == multivaluelist;
        }
    }

    public record Value(String key, String name) {}

    public ServiceAttribute {
        values = List.copyOf(values);
        hint = hint == null ? "" : hint;
    }
}
