package cn.shiyu.history;

import cn.shiyu.platform.problem.FieldError;
import java.time.Instant;
import java.util.List;

/**
 * What an import would do, before it does it.
 *
 * @param encoding how the file's characters were read
 * @param columns of the file
 * @param faults of the mapping; with any there is nothing else to show
 * @param rows the first that would become cases
 * @param refusals the first lines that would be refused, or taken with a remark
 * @param whole false when only the first {@code lines} of the file were looked at
 */
public record ImportPreview(
        String encoding,
        List<String> columns,
        List<String> unused,
        List<FieldError> faults,
        int lines,
        int taken,
        int there,
        int refused,
        int warned,
        List<Row> rows,
        List<ReportLine> refusals,
        boolean whole) {

    /** @param becomes {@code answered}, {@code queue} or {@code archive} */
    public record Row(
            int line, String sourceId, Instant at, String subject, String category, String region, String becomes, boolean board) {}

    static ImportPreview faulty(String encoding, List<String> columns, List<FieldError> faults) {
        return new ImportPreview(encoding, columns, List.of(), faults, 0, 0, 0, 0, 0, List.of(), List.of(), false);
    }

    /** Starting is the main thing to do once there is nothing to mend. */
    public String saveKind() {
        return isFaulty() ? "primary" : "secondary";
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }
}
