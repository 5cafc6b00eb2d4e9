package cn.shiyu.casework;

import java.time.Instant;

/**
 * A case as another system may see it: the public copy, or, to the partner that brought it in, what it brought. Never with who
 * asks.
 *
 * @param own whether the reader brought it in; then {@code text}, {@code address}, {@code mediaUrl} and {@code reply} are
 *     the case's own, otherwise {@code text} is the public copy and the other three are null
 * @param categoryCode null where the topic is not decided yet, with {@code category}
 * @param lng GCJ-02, null with {@code lat} where no point was given
 * @param promisedAt until when it is to be dealt with; null before dispatch
 */
public record PublicCase(
        String number,
        boolean own,
        String subject,
        String text,
        CaseStatus status,
        String categoryCode,
        String category,
        String regionCode,
        String region,
        String address,
        String lead,
        Double lng,
        Double lat,
        String reply,
        String mediaUrl,
        Instant submittedAt,
        Instant updatedAt,
        Instant promisedAt) {

    PublicCase promised(Instant at) {
        return new PublicCase(
                number,
                own,
                subject,
                text,
                status,
                categoryCode,
                category,
                regionCode,
                region,
                address,
                lead,
                lng,
                lat,
                reply,
                mediaUrl,
                submittedAt,
                updatedAt,
                at);
    }
}
