package cn.shiyu.history;

import cn.shiyu.casework.CaseOffer;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.casework.Visibility;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** All that is wrong with a mapping, each with the key where it stands: against the city, and against a file's header. */
final class MappingCheck {

    private static final Set<String> WAYS = Set.of("queue", "archive");

    private final ImportMapping mapping;
    private final CityCodes codes;
    private final City city;
    private final List<FieldError> faults = new ArrayList<>();

    private MappingCheck(ImportMapping mapping, City city, CityCodes codes) {
        this.mapping = mapping;
        this.city = city;
        this.codes = codes;
    }

    static List<FieldError> faults(ImportMapping mapping, City city, CityCodes codes, List<String> header) {
        MappingCheck check = new MappingCheck(mapping, city, codes);
        check.source();
        check.needed();
        check.coded();
        check.answers();
        check.header(header);
        return check.faults;
    }

    private void source() {
        boolean named = mapping.source() != null && mapping.source().code() != null;
        if (!named) {
            fault("source.code", Messages.get("history.mapping.missing", "source.code"));
        } else if (!mapping.source().code().matches("[a-z][a-z0-9-]{1,30}")) {
            fault("source.code", Messages.get("history.mapping.sourceCode"));
        }
    }

    private void needed() {
        need("id", mapping.id());
        need("words", mapping.words());
        need("time.column", mapping.time() == null ? null : mapping.time().column());
        time("time", mapping.time());
        if (mapping.delimiter() != null && !mapping.delimiter().matches("|.|tab|\\\\t")) {
            fault("delimiter", Messages.get("history.mapping.delimiter"));
        }
        if (mapping.unanswered() != null && !WAYS.contains(mapping.unanswered())) {
            fault("unanswered", Messages.get("history.mapping.ways", mapping.unanswered()));
        }
    }

    private void need(String key, String column) {
        if (column == null || column.isBlank()) {
            fault(key, Messages.get("history.mapping.missing", key));
        }
    }

    private void time(String key, ImportMapping.Time time) {
        if (time == null) {
            return;
        }
        try {
            ZoneId.of(time.zone() == null ? SourceTime.ZONE : time.zone());
        } catch (DateTimeException e) {
            fault(key + ".zone", Messages.get("history.mapping.zone", time.zone()));
        }
        try {
            SourceTime.of(new ImportMapping.Time(time.column(), time.format(), null));
        } catch (IllegalArgumentException e) {
            fault(key + ".format", Messages.get("history.mapping.format", time.format()));
        }
    }

    private void coded() {
        values("kind", mapping.kind(), code -> CaseOffer.of(city).kind(code).isPresent(), "history.mapping.kind");
        values("region", mapping.region(), code -> codes.region(code).isPresent(), "history.mapping.region");
        values("visibility", mapping.visibility(), code -> one(Visibility.class, code), "history.mapping.visibility");
        values("status", mapping.status(), WAYS::contains, "history.mapping.ways");
        ImportMapping.Topic topic = mapping.category();
        if (topic != null) {
            Predicate<String> known = code -> codes.category(code).isPresent();
            each("category.values", topic.values(), known, "history.mapping.category");
            each("category.keywords", topic.keywords(), known, "history.mapping.category");
            one("category.default", topic.otherwise(), known, "history.mapping.category");
            one("category.unknown", topic.unknown(), Set.of("refuse", "undecided")::contains, "history.mapping.unknown");
        }
    }

    private void answers() {
        ImportMapping.Answer reply = mapping.reply();
        if (reply != null) {
            need("reply.words", reply.words());
            need("reply.time.column", reply.time() == null ? null : reply.time().column());
            time("reply.time", reply.time());
            values("reply.unit", reply.unit(), code -> codes.unit(code).isPresent(), "history.mapping.unit");
            values("reply.rating", reply.rating(), code -> one(RatingLevel.class, code), "history.mapping.rating");
        }
    }

    private void values(String key, ImportMapping.Coded coded, Predicate<String> known, String message) {
        if (coded != null) {
            each(key + ".values", coded.values(), known, message);
            one(key + ".default", coded.otherwise(), known, message);
        }
    }

    private void each(String key, Map<String, String> values, Predicate<String> known, String message) {
        values.forEach((from, code) -> one(key + "." + from, code, known, message));
    }

    private void one(String key, String code, Predicate<String> known, String message) {
        if (code != null && !known.test(code)) {
            fault(key, Messages.find(message, code).orElse(message));
        }
    }

    private static <E extends Enum<E>> boolean one(Class<E> type, String code) {
        try {
            Enum.valueOf(type, code);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @param header null where only the mapping itself is looked at */
    private void header(List<String> header) {
        if (header == null) {
            return;
        }
        for (ImportMapping.Named named : mapping.columns()) {
            int times = Collections.frequency(header, named.column());
            if (times == 0) {
                fault(named.key(), Messages.get("history.mapping.noColumn", named.column(), String.join("、", header)));
            } else if (times > 1) {
                fault(named.key(), Messages.get("history.mapping.twice", named.column()));
            }
        }
    }

    private void fault(String key, String sentence) {
        faults.add(new FieldError(key, sentence));
    }
}
