package cn.shiyu.casework;

import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.Opening;
import cn.shiyu.eventlog.Opening.Dated;
import cn.shiyu.identity.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the log says of a case that was brought in. The types are its own: figures count what was done here
 * ({@code CaseDispatched}, {@code CaseFinished}…), and none of it was.
 */
final class PastEvents {

    private PastEvents() {}

    static Opening of(Caller source, Case file, PastCase past, Instant now) {
        List<Dated> facts = new ArrayList<>();
        facts.add(new Dated(broughtIn(file, past), null, past.at()));
        if (past.answer() != null) {
            facts.add(new Dated(answered(past), past.answer().unit(), past.answer().at()));
        } else {
            facts.add(new Dated(event(past, past.open() ? "HistoryQueued" : "HistoryFiled", Map.of(), null), null, now));
        }
        if (past.published()) {
            facts.add(new Dated(event(past, "CasePublished", Map.of(), null), null, now));
        }
        return new Opening(source, CaseStreams.of(file), facts);
    }

    private static NewEvent broughtIn(Case file, PastCase past) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("kind", file.kind.name());
        facts.put("category", file.categoryCode);
        facts.put("region", file.regionCode);
        facts.put("centre", file.centreUnit);
        facts.put("visibility", file.visibility.name());
        facts.put("anonymous", file.anonymous);
        facts.put("likes", past.likes());
        return event(past, "CaseBroughtIn", facts, file.subject + "\n" + file.body);
    }

    private static NewEvent answered(PastCase past) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("lead", past.answer().unit());
        facts.put("answeredBy", past.answer().unit() == null ? past.answer().unitName() : null);
        facts.put("level", past.answer().rating() == null ? null : past.answer().rating().name());
        return event(past, "AnswerBroughtIn", facts, past.answer().words());
    }

    private static NewEvent event(PastCase past, String type, Map<String, Object> more, String words) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("source", past.source());
        facts.put("sourceId", past.sourceId());
        facts.put("run", past.run().toString());
        return NewEvent.of(type, facts, words);
    }
}
