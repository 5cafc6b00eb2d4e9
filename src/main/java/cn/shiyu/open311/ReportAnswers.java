package cn.shiyu.open311;

import cn.shiyu.casework.CaseOrigin.Answer;
import cn.shiyu.open311.ServiceAttribute.Datatype;
import cn.shiyu.open311.ServiceAttribute.Value;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.web.Messages;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers to a service's questions, checked one by one: those every case has, and the topic's own in words. */
final class ReportAnswers {

    static final String KIND = "kind";
    static final String TITLE = "title";
    static final String VISIBILITY = "visibility";
    static final String ANONYMOUS = "anonymous";

    private static final List<String> GENERAL = List.of(KIND, TITLE, VISIBILITY, ANONYMOUS);
    private static final int SHORT = 200;
    private static final int LONG = 1000;
    private static final int DIGITS = 30;

    private final Map<String, String> general = new HashMap<>();
    private final List<Answer> own = new ArrayList<>();
    private final List<FieldError> faults = new ArrayList<>();

    private ReportAnswers() {}

    static ReportAnswers of(Service service, Map<String, List<String>> sent) {
        ReportAnswers answers = new ReportAnswers();
        sent.forEach((code, all) -> service.attribute(code)
                .ifPresentOrElse(
                        asked -> answers.take(asked, all),
                        () -> answers.fault(code, "open311.fault.attribute.unknown")));
        service.attributes().stream()
                .filter(asked -> asked.required() && !sent.containsKey(asked.code()))
                .forEach(asked -> answers.fault(asked.code(), "open311.fault.attribute.required", asked.description()));
        return answers;
    }

    private void take(ServiceAttribute asked, List<String> sent) {
        int before = faults.size();
        if (!asked.variable()) {
            fault(asked.code(), "open311.fault.attribute.noAnswer");
        } else if (sent.size() > 1 && asked.datatype() != Datatype.multivaluelist) {
            fault(asked.code(), "open311.fault.twice");
        } else {
            sent.forEach(one -> check(asked, one));
        }
        if (faults.size() > before) {
            return;
        }
        if (GENERAL.contains(asked.code())) {
            general.put(asked.code(), sent.get(0));
        } else {
            own.add(new Answer(asked.description(), words(asked, sent)));
        }
    }

    private void check(ServiceAttribute asked, String sent) {
        int length = sent.codePointCount(0, sent.length());
        switch (asked.datatype()) {
            case singlevaluelist, multivaluelist -> {
                if (name(asked, sent).isEmpty()) {
                    fault(asked.code(), "open311.fault.attribute.choice");
                }
            }
            case number -> {
                if (!isNumber(sent)) {
                    fault(asked.code(), "open311.fault.attribute.number");
                }
            }
            case datetime -> {
                if (!isTime(sent)) {
                    fault(asked.code(), "open311.fault.time");
                }
            }
            case string -> refuseIfLonger(asked, length, SHORT);
            case text -> refuseIfLonger(asked, length, LONG);
        }
    }

    private void refuseIfLonger(ServiceAttribute asked, int length, int most) {
        if (length > most) {
            fault(asked.code(), "open311.fault.attribute.long", most, length);
        }
    }

    private static boolean isNumber(String sent) {
        try {
            return sent.length() <= DIGITS && new BigDecimal(sent) != null;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isTime(String sent) {
        try {
            return W3cTimes.start(sent) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String words(ServiceAttribute asked, List<String> sent) {
        return String.join(
                "、", sent.stream().map(one -> name(asked, one).orElse(one)).toList());
    }

    private static Optional<String> name(ServiceAttribute asked, String key) {
        return asked.values().stream()
                .filter(value -> value.key().equals(key))
                .map(Value::name)
                .findFirst();
    }

    private void fault(String code, String key, Object... filled) {
        faults.add(new FieldError("attribute[" + code + "]", Messages.get(key, filled)));
    }

    Optional<String> general(String code) {
        return Optional.ofNullable(general.get(code));
    }

    List<Answer> own() {
        return own;
    }

    List<FieldError> faults() {
        return faults;
    }
}
