package cn.shiyu.history;

import cn.shiyu.casework.CaseKind;
import cn.shiyu.casework.CaseOffer;
import cn.shiyu.casework.PastCase;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.casework.Visibility;
import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks at lines of one file by one mapping, and says of each what it becomes or why it cannot. Plain; not for two threads. */
final class LineCheck {

    /** Before it no city wrote on computers: a time of 1899 is a spreadsheet's zero. */
    private static final Instant EARLIEST = Instant.parse("1949-10-01T00:00:00Z");

    private static final int UNIT_NAME = 100;

    private final City city;
    private final CityCodes codes;
    private final ImportMapping mapping;
    private final List<String> header;
    private final UUID run;
    private final Instant now;
    private final SourceTime time;
    private final SourceTime replyTime;

    private List<String> columns;
    private List<LineFault> faults;

    /** @param mapping without faults ({@link MappingCheck}) */
    LineCheck(City city, CityCodes codes, ImportMapping mapping, List<String> header, UUID run, Instant now) {
        this.city = city;
        this.codes = codes;
        this.mapping = mapping;
        this.header = header;
        this.run = run;
        this.now = now;
        this.time = SourceTime.of(mapping.time());
        this.replyTime = mapping.reply() == null ? null : SourceTime.of(mapping.reply().time());
    }

    PastLine look(CsvRecord record) {
        columns = record.columns(mapping.separator());
        faults = new ArrayList<>();
        if (columns == null) {
            refuse("line", Messages.get("history.line.quotes"));
        } else if (columns.size() != header.size()) {
            refuse("line", Messages.get("history.line.columns", header.size(), columns.size()));
        }
        return refused() ? PastLine.refused(record, faults) : line(record);
    }

    private PastLine line(CsvRecord record) {
        String id = id();
        String words = needed("words", mapping.words(), LineText.LONG);
        String subject = subject(words);
        Instant at = at("time", time, cell(mapping.time().column()));
        PastCase.Answer answer = answer(at);
        String person = text("person", mapping.person(), LineText.SHORT);
        PastCase past = past(id, subject, words, at, answer);
        return past == null
                ? PastLine.refused(record, faults)
                : new PastLine(record, id, past, digest(), person.isEmpty() ? null : person, List.copyOf(faults));
    }

    private PastCase past(String id, String subject, String words, Instant at, PastCase.Answer answer) {
        Visibility visibility = visibility();
        CaseKind kind = kind();
        String category = category(subject + "\n" + words);
        String region = region();
        Integer likes = likes();
        boolean open = open(answer);
        if (refused()) {
            return null;
        }
        return new PastCase(
                mapping.source().code(), id, run, kind, category, subject, words, region, visibility, mapping.isAnonymous(),
                likes, at, answer, open, mapping.showsOnBoard() && visibility == Visibility.PUBLIC);
    }

    private String id() {
        return needed("id", mapping.id(), LineText.SHORT);
    }

    /** A source without titles, or a message without one: its first words stand for it; all of them stay in the text. */
    private String subject(String words) {
        String subject = text("subject", mapping.subject(), LineText.SHORT);
        if (!subject.isEmpty()) {
            return subject;
        }
        String line = words.lines().findFirst().orElse("");
        int[] start = line.codePoints().limit(30).toArray();
        return new String(start, 0, start.length) + (start.length < words.codePointCount(0, words.length()) ? "…" : "");
    }

    private Instant at(String field, SourceTime format, String text) {
        if (text.isBlank()) {
            refuse(field, Messages.get("history.line.noTime"));
            return null;
        }
        try {
            Instant at = format.read(text);
            if (at.isBefore(EARLIEST) || at.isAfter(now)) {
                refuse(field, Messages.get("history.line.impossibleTime", text.strip()));
            }
            return at;
        } catch (DateTimeException e) {
            refuse(field, Messages.get("history.line.badTime", text.strip()));
            return null;
        }
    }

    private PastCase.Answer answer(Instant asked) {
        ImportMapping.Answer reply = mapping.reply();
        String words = reply == null ? "" : text("reply.words", reply.words(), LineText.LONG);
        if (words.isEmpty()) {
            return null;
        }
        Instant at = at("reply.time", replyTime, cell(reply.time().column()));
        if (at != null && asked != null && at.isBefore(asked)) {
            refuse("reply.time", Messages.get("history.line.answeredBefore"));
        }
        String unitName = reply.unit() == null ? "" : text("reply.unit", reply.unit().column(), UNIT_NAME);
        return new PastCase.Answer(words, at, unit(reply.unit(), unitName), unitName.isEmpty() ? null : unitName, rating(reply));
    }

    /** Offices are renamed and merged: one that is not there any more stays as the name it had. */
    private String unit(ImportMapping.Coded unit, String name) {
        if (unit == null) {
            return null;
        }
        String meant = name.isEmpty() ? unit.otherwise() : unit.values().getOrDefault(name, name);
        String found = meant == null ? null : codes.unit(meant).orElse(null);
        if (found == null && meant != null) {
            faults.add(LineFault.remark("reply.unit", Messages.get("history.line.unit", meant)));
        }
        return found;
    }

    private RatingLevel rating(ImportMapping.Answer reply) {
        String said = reply.rating() == null ? "" : text("reply.rating", reply.rating().column(), UNIT_NAME);
        if (said.isEmpty()) {
            return null;
        }
        String code = reply.rating().values().getOrDefault(said, said);
        return Arrays.stream(RatingLevel.values())
                .filter(level -> level.name().equals(code) || Messages.get("casework.rating." + level).equals(code))
                .findFirst()
                .orElseGet(() -> refuse("reply.rating", Messages.get("history.line.rating", said)));
    }

    private CaseKind kind() {
        String said = said("kind", mapping.kind());
        if (said == null) {
            return CaseKind.REQUEST;
        }
        return CaseOffer.of(city).kinds().stream()
                .filter(kind -> kind.code().name().equals(said) || kind.name().equals(said))
                .map(CaseOffer.Kind::code)
                .findFirst()
                .orElseGet(() -> refuse("kind", Messages.get("history.line.kind", said)));
    }

    private String category(String text) {
        ImportMapping.Topic topic = mapping.category();
        if (topic == null) {
            return null;
        }
        String said = text("category", topic.column(), LineText.SHORT);
        if (!said.isEmpty()) {
            String meant = topic.values().getOrDefault(said, said);
            return codes.category(meant).orElseGet(() -> unknownCategory(topic, said));
        }
        return topic.keywords().entrySet().stream()
                .filter(word -> text.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> java.util.Optional.ofNullable(topic.otherwise()))
                .flatMap(codes::category)
                .orElse(null);
    }

    private String unknownCategory(ImportMapping.Topic topic, String said) {
        String reason = Messages.get("history.line.category", said);
        if ("undecided".equals(topic.unknown())) {
            faults.add(LineFault.remark("category", reason));
            return null;
        }
        return refuse("category", reason);
    }

    private String region() {
        String said = said("region", mapping.region());
        if (said == null) {
            return codes.root();
        }
        return codes.region(said).orElseGet(() -> refuse("region", Messages.get("history.line.region", said, city.name())));
    }

    /** Without a word about it, few may see it. */
    private Visibility visibility() {
        String said = said("visibility", mapping.visibility());
        if (said == null) {
            return Visibility.CONFIDENTIAL;
        }
        return Arrays.stream(Visibility.values())
                .filter(one -> one.name().equals(said))
                .findFirst()
                .orElseGet(() -> refuse("visibility", Messages.get("history.line.visibility", said)));
    }

    private Integer likes() {
        String said = text("likes", mapping.likes(), LineText.SHORT);
        try {
            return said.isEmpty() ? null : Integer.valueOf(said);
        } catch (NumberFormatException e) {
            return refuse("likes", Messages.get("history.line.number", said));
        }
    }

    private boolean open(PastCase.Answer answer) {
        String said = said("status", mapping.status());
        String way = said != null ? said : mapping.unanswered();
        if (said != null && !said.equals("queue") && !said.equals("archive")) {
            refuse("status", Messages.get("history.line.status", said));
        }
        return answer == null && "queue".equals(way);
    }

    /** What the column says, by the mapping's table; its default where it says nothing; null without either. */
    private String said(String field, ImportMapping.Coded coded) {
        if (coded == null) {
            return null;
        }
        String said = text(field, coded.column(), LineText.SHORT);
        return said.isEmpty() ? coded.otherwise() : coded.values().getOrDefault(said, said);
    }

    private String needed(String field, String column, int most) {
        String text = text(field, column, most);
        if (text.isEmpty()) {
            refuse(field, Messages.get("history.line.empty", column));
        }
        return text;
    }

    private String text(String field, String column, int most) {
        return LineText.of(field, cell(column), most, faults);
    }

    private String cell(String column) {
        return column == null ? "" : columns.get(header.indexOf(column));
    }

    /** What the source wrote, not what a mapping makes of it: a better mapping changes no message. */
    private byte[] digest() {
        String replied = mapping.reply() == null
                ? ""
                : cell(mapping.reply().words()) + '\0' + cell(mapping.reply().time().column());
        String all = String.join("\0", cell(mapping.time().column()), cell(mapping.subject()), cell(mapping.words()), replied);
        return Sm3.digest(all.getBytes(StandardCharsets.UTF_8));
    }

    private boolean refused() {
        return faults.stream().anyMatch(LineFault::refused);
    }

    private <T> T refuse(String field, String reason) {
        faults.add(LineFault.refused(field, reason));
        return null;
    }
}
