package cn.shiyu.open311;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.web.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a filing by the standard's names, blank ones left out. What is neither the standard's nor an attribute is a
 * fault: nothing that was sent may vanish without a word.
 */
public final class ReportForm {

    private static final Set<String> KNOWN = Set.of(
            "jurisdiction_id",
            "api_key",
            "service_code",
            "lat",
            "long",
            "address_string",
            "address_id",
            "email",
            "device_id",
            "account_id",
            "first_name",
            "last_name",
            "phone",
            "description",
            "media_url");
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\[\\]]{1,100})](?:\\[])?");
    private static final int SHOWN = 60;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<String>> attributes = new LinkedHashMap<>();
    private final List<FieldError> faults = new ArrayList<>();

    private ReportForm() {}

    /** @param sent as it came over HTTP; a {@code MultivaluedMap} fits */
    public static ReportForm of(Map<String, List<String>> sent) {
        ReportForm form = new ReportForm();
        sent.forEach((name, all) -> form.add(
                name,
                all.stream().map(String::strip).filter(one -> !one.isEmpty()).toList()));
        return form;
    }

    private void add(String name, List<String> sent) {
        if (sent.isEmpty()) {
            return;
        }
        Matcher attribute = ATTRIBUTE.matcher(name);
        if (sent.stream().anyMatch(one -> one.indexOf('\0') >= 0)) {
            fault(shown(name), "open311.fault.unreadable");
        } else if (attribute.matches()) {
            attributes
                    .computeIfAbsent(attribute.group(1), code -> new ArrayList<>())
                    .addAll(sent);
        } else if (!KNOWN.contains(name)) {
            fault(shown(name), "open311.fault.unknown");
        } else if (sent.size() > 1) {
            fault(name, "open311.fault.twice");
        } else {
            values.put(name, sent.get(0));
        }
    }

    private static String shown(String name) {
        return name.substring(0, name.offsetByCodePoints(0, Math.min(SHOWN, name.codePointCount(0, name.length()))));
    }

    private void fault(String name, String key) {
        faults.add(new FieldError(name, Messages.get(key)));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Answers by the attribute's code, in the order sent. */
    Map<String, List<String>> attributes() {
        return attributes;
    }

    List<FieldError> faults() {
        return faults;
    }
}
