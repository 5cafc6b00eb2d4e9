package cn.shiyu.casework;

import java.util.List;
import java.util.UUID;

/**
 * What somebody brings in, as typed. Nothing is trusted before {@link SubmissionCheck}.
 *
 * @param category leaf code of the city's tree; null or blank lets the city decide
 * @param region 12-digit code of a region of this city
 * @param lng GCJ-02 longitude in degrees, with {@code lat}; both or neither
 * @param files uploads of this caller, at most as many as the city allows
 * @param anonymous the handler does not learn who asks; the centre does
 */
public record Submission(
        String kind,
        String category,
        String subject,
        String body,
        String region,
        String address,
        Double lng,
        Double lat,
        List<UUID> files,
        String visibility,
        boolean anonymous,
        String contactName,
        String contactPhone) {

    public Submission {
        files = files == null ? List.of() : List.copyOf(files);
    }
}
