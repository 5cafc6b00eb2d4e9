package cn.shiyu.moralbank.console;

import io.quarkus.qute.TemplateExtension;

/** {@code {earn:field('minutes-', one.resident)}}: the name of a field that stands once for each person. */
@TemplateExtension(namespace = "earn")
final class FieldExtensions {

    private FieldExtensions() {}

    static String field(String start, Object whose) {
        return start + whose;
    }
}
