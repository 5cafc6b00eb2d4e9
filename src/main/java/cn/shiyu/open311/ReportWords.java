package cn.shiyu.open311;

import cn.shiyu.platform.web.Messages;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is told, in the words of a case. The standard asks for no description and no title, the pipeline for both: the service's
 * name stands in, and is put before a description of a word or two.
 *
 * @param title at most {@value #TITLE} characters when made of the description
 * @param name of the person, or null
 */
record ReportWords(String title, String body, String name) {

    private static final int TITLE = 40;
    private static final int SHORTEST = 5;

    static ReportWords of(ReportForm form, Service service, ReportAnswers answers) {
        String told = form.value("description").orElse("");
        String title =
                answers.general(ReportAnswers.TITLE).orElseGet(() -> told.isEmpty() ? service.name() : opening(told));
        return new ReportWords(title, body(told, service), name(form));
    }

    private static String body(String told, Service service) {
        if (told.isEmpty()) {
            return Messages.get("open311.noDescription", service.name());
        }
        boolean enough = told.codePointCount(0, told.length()) >= SHORTEST;
        return enough ? told : Messages.get("open311.shortDescription", service.name(), told);
    }

    /** The first sentence, or as much of it as fits. */
    private static String opening(String told) {
        String first = told.split("[。!?！？;；\\r\\n]", 2)[0].strip();
        String sentence = first.isEmpty() ? told.replaceAll("\\s+", " ") : first;
        int length = sentence.codePointCount(0, sentence.length());
        return length <= TITLE ? sentence : sentence.substring(0, sentence.offsetByCodePoints(0, TITLE - 1)) + "…";
    }

    /** 姓 before 名 for names in Chinese characters, as the form of an app in another language would not have it. */
    private static String name(ReportForm form) {
        String given = form.value("first_name").orElse("");
        String family = form.value("last_name").orElse("");
        boolean chinese = (given + family).codePoints().anyMatch(Character::isIdeographic);
        String name = chinese
                ? family + given
                : Stream.of(given, family).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }
}
