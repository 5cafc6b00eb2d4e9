package cn.shiyu.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a resident has answered so far, by the names of the form's fields, as typed and unchecked. Immutable.
 *
 * @param key idempotency key of the submission it will become: sent twice, it is one case
 * @param sent number of the case it became; the draft is then only a memory of that
 */
public record CaseDraft(Map<String, List<String>> answers, String key, String sent) {

    private static final String FILES = "files";

    public CaseDraft {
        answers = Map.copyOf(answers);
    }

    static CaseDraft begin() {
        return new CaseDraft(Map.of(), UUID.randomUUID().toString(), null);
    }

    public boolean isBegun() {
        return !answers.isEmpty() && sent == null;
    }

    public boolean isSent() {
        return sent != null;
    }

    public String answer(String field) {
        List<String> typed = answers.getOrDefault(field, List.of());
        return typed.isEmpty() ? "" : typed.get(0);
    }

    /** Answers of one page in place of those it had before. */
    public CaseDraft with(Map<String, List<String>> typed) {
        Map<String, List<String>> all = new HashMap<>(answers);
        all.putAll(typed);
        // A memory of a case that was sent begins anew: its key is used up.
        return new CaseDraft(all, isSent() ? UUID.randomUUID().toString() : key, null);
    }

    public List<DraftFile> files() {
        return answers.getOrDefault(FILES, List.of()).stream().map(DraftFile::parse).toList();
    }

    public CaseDraft plus(List<DraftFile> more) {
        List<DraftFile> all = new ArrayList<>(files());
        all.addAll(more);
        return withFiles(all);
    }

    public CaseDraft withoutFile(UUID id) {
        return withFiles(files().stream().filter(file -> !file.id().equals(id)).toList());
    }

    public CaseDraft withFiles(List<DraftFile> files) {
        return with(Map.of(FILES, files.stream().map(DraftFile::text).toList()));
    }

    CaseDraft sentAs(String number) {
        return new CaseDraft(Map.of(), key, number);
    }

    /** The draft as it would be submitted. What is no number is nowhere on the map (NaN): the check refuses it. */
    public Submission submission() {
        return new Submission(
                answer("kind"),
                category(),
                answer("subject"),
                answer("body"),
                answer("village").isBlank() ? answer("township") : answer("village"),
                answer("address"),
                degrees("lng"),
                degrees("lat"),
                files().stream().map(DraftFile::id).toList(),
                answer("visibility"),
                "true".equals(answer("anonymous")),
                answer("contactName"),
                answer("contactPhone"));
    }

    /** One of those proposed, one looked up in the whole list, or none: the city decides. */
    private String category() {
        return switch (answer("choice")) {
            case "", "unsure" -> "";
            case "other" -> answer("topic");
            default -> answer("choice");
        };
    }

    private Double degrees(String field) {
        try {
            return answer(field).isBlank() ? null : Double.valueOf(answer(field));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
