package cn.shiyu.history;

import cn.shiyu.platform.web.Messages;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which column of a source's file is what, as its mapping file says (docs/importing.md). Strings that name a column are
 * column headings, letter by letter.
 *
 * @param delimiter between columns, a comma without one
 * @param id the message's id at the source
 * @param likes how many agreed
 * @param person the source's own name of who wrote: a pseudonym, a number
 * @param anonymous whether handling units do not learn who wrote; false without one: nobody asked for it
 * @param unanswered {@code queue} or {@code archive}: where a message without an answer goes
 * @param board whether the source showed its messages to everyone, so that the public ones may go to the board
 */
public record ImportMapping(
        Source source,
        String delimiter,
        String id,
        Time time,
        String subject,
        String words,
        Coded kind,
        Topic category,
        Coded region,
        Coded visibility,
        Boolean anonymous,
        String person,
        String likes,
        Answer reply,
        Coded status,
        String unanswered,
        Boolean board) {

    /** @param code names the source for ever: it is half of what tells a message from all others */
    public record Source(String code, String name) {}

    /** @param format a pattern as {@code yyyy/M/d H:mm}; without one ISO 8601 @param zone of times that name none */
    public record Time(String column, String format, String zone) {}

    /** A column of codes: what each stands for, and what an empty one means. */
    public record Coded(String column, Map<String, String> values, @JsonProperty("default") String otherwise) {
        public Coded {
            values = values == null ? Map.of() : Map.copyOf(values);
        }
    }

    /** @param keywords the first that stands in subject or words decides where the column says nothing */
    public record Topic(
            String column,
            Map<String, String> values,
            Map<String, String> keywords,
            @JsonProperty("default") String otherwise,
            String unknown) {
        public Topic {
            values = values == null ? Map.of() : Map.copyOf(values);
            // In the order written: the first word found decides.
            keywords = keywords == null ? Map.of() : java.util.Collections.unmodifiableMap(keywords);
        }
    }

    public record Answer(String words, Time time, Coded unit, Coded rating) {}

    char separator() {
        if (delimiter == null || delimiter.isEmpty()) {
            return ',';
        }
        return delimiter.equals("tab") || delimiter.equals("\\t") ? '\t' : delimiter.charAt(0);
    }

    boolean isAnonymous() {
        return Boolean.TRUE.equals(anonymous);
    }

    boolean showsOnBoard() {
        return Boolean.TRUE.equals(board);
    }

    /** Every column the mapping reads, by the key that names it. */
    List<Named> columns() {
        List<Named> all = new ArrayList<>();
        Stream.of(
                        new Named("id", id),
                        new Named("time.column", time == null ? null : time.column()),
                        new Named("subject", subject),
                        new Named("words", words),
                        new Named("kind.column", kind == null ? null : kind.column()),
                        new Named("category.column", category == null ? null : category.column()),
                        new Named("region.column", region == null ? null : region.column()),
                        new Named("visibility.column", visibility == null ? null : visibility.column()),
                        new Named("person", person),
                        new Named("likes", likes),
                        new Named("status.column", status == null ? null : status.column()))
                .forEach(all::add);
        if (reply != null) {
            all.add(new Named("reply.words", reply.words()));
            all.add(new Named("reply.time.column", reply.time() == null ? null : reply.time().column()));
            all.add(new Named("reply.unit.column", reply.unit() == null ? null : reply.unit().column()));
            all.add(new Named("reply.rating.column", reply.rating() == null ? null : reply.rating().column()));
        }
        return all.stream().filter(named -> named.column() != null).toList();
    }

    /** @param key where in the mapping it stands */
    record Named(String key, String column) {}

    /** Columns of the file that nothing here reads. */
    List<String> unused(List<String> header) {
        List<String> used = columns().stream().map(Named::column).toList();
        return header.stream().filter(Objects::nonNull).filter(column -> !used.contains(column)).toList();
    }

    String sourceName() {
        return source.name() == null || source.name().isBlank() ? Messages.get("history.source.unnamed") : source.name().strip();
    }
}
