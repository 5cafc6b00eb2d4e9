package cn.shiyu.history;

import cn.shiyu.platform.sql.Line;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One run of one file.
 *
 * @param fileKey where the file lies in the shared folder; null when only the command that named it can read it
 * @param mapping as written
 * @param lines how many records were looked at: taken + there + refused
 * @param there how many were there already, word for word
 * @param warned how many of those taken carry a remark
 * @param unused columns that the mapping does not read
 * @param failure why it stopped, Chinese, or null
 */
public record ImportRun(
        UUID id,
        String source,
        String sourceName,
        String fileName,
        String fileKey,
        long fileBytes,
        String mapping,
        RunState state,
        String startedBy,
        Instant createdAt,
        Instant endedAt,
        long bytesRead,
        int lines,
        int taken,
        int there,
        int refused,
        int warned,
        List<String> unused,
        String failure) {

    static final String COLUMNS = """
            run_id, source, source_name, file_name, file_key, file_bytes, mapping, state, started_by, created_at, ended_at,
            bytes_read, lines, taken, there, refused, warned, unused, failure""";

    private static final JsonMapper JSON = new JsonMapper();

    static ImportRun read(Line line) {
        return new ImportRun(
                line.uuid(0),
                line.text(1),
                line.text(2),
                line.text(3),
                line.text(4),
                line.bigNumber(5),
                line.text(6),
                RunState.valueOf(line.text(7)),
                line.text(8),
                line.instant(9),
                line.missing(10) ? null : line.instant(10),
                line.bigNumber(11),
                line.number(12),
                line.number(13),
                line.number(14),
                line.number(15),
                line.number(16),
                names(line.text(17)),
                line.text(18));
    }

    private static List<String> names(String json) {
        try {
            return List.of(JSON.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unused columns that are no JSON", e);
        }
    }

    static String json(List<String> names) {
        try {
            return JSON.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** 0 to 100. */
    public int percent() {
        return state == RunState.DONE || fileBytes == 0 ? 100 : (int) Math.min(99, bytesRead * 100 / fileBytes);
    }

    /** Whether a person may set it going again: its file must still be in the shared folder. */
    public boolean canGoOn() {
        return state == RunState.FAILED && fileKey != null;
    }

    public String refusedTone() {
        return refused > 0 ? "bad" : "good";
    }

    public String reportHref() {
        return "/console/imports/" + id + "/report.csv";
    }

    public String percentWords() {
        return percent() + "%";
    }
}
