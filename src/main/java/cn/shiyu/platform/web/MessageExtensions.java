package cn.shiyu.platform.web;

import io.quarkus.qute.TemplateExtension;

/**
 * The namespace {@code t} of templates: {@code {t:casework.submit}}; with something filled in
 * {@code {t:casework.left(hours)}}; by a code known only at run time {@code {t:of('status', case.status)}}.
 */
@TemplateExtension
final class MessageExtensions {

    /** Any word but the names of Qute's own operators, which must keep working on a message: {@code {label ?: …}}. */
    static final String WORD = "^(?!(or|ifTruthy|raw|safe|orEmpty)$)[A-Za-z0-9_]+$";

    private MessageExtensions() {}

    @TemplateExtension(namespace = "t", matchName = TemplateExtension.ANY)
    static MessageKey file(String name) {
        return new MessageKey(name);
    }

    /** Priority above the field's default, so that {@code of} is never taken for a file of that name. */
    @TemplateExtension(namespace = "t", priority = 20)
    static String of(String prefix, Object code) {
        return Messages.get(prefix + "." + code);
    }

    @TemplateExtension(matchRegex = WORD)
    static MessageKey word(MessageKey key, String word) {
        return key.then(word);
    }

    @TemplateExtension(matchRegex = WORD, priority = 20)
    static String filled(MessageKey key, String word, Object one) {
        return Messages.get(key.then(word).key(), one);
    }

    @TemplateExtension(matchRegex = WORD, priority = 20)
    static String filled(MessageKey key, String word, Object one, Object two) {
        return Messages.get(key.then(word).key(), one, two);
    }

    @TemplateExtension(matchRegex = WORD, priority = 20)
    static String filled(MessageKey key, String word, Object one, Object two, Object three) {
        return Messages.get(key.then(word).key(), one, two, three);
    }
}
