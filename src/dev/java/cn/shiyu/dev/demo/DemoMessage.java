package cn.shiyu.dev.demo;

import cn.shiyu.casework.CaseStatus;
import cn.shiyu.casework.RatingLevel;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** One line of {@code demo/<city>.jsonl}: what somebody wrote, and how far their case has come. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DemoMessage(
        String kind,
        String category,
        String subject,
        String body,
        String region,
        String address,
        Double lng,
        Double lat,
        String visibility,
        boolean anonymous,
        String grade,
        CaseStatus state,
        String lead,
        List<String> assist,
        int daysAgo,
        List<String> log,
        String reply,
        String returnedBy,
        String returnReason,
        String refusal,
        String refusalWords,
        String suspendReason,
        String withdrawReason,
        Again rework,
        FollowedUp followUp,
        Rated rating,
        List<String> urges,
        List<String> photos) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FollowedUp(Boolean responded, Boolean solved, RatingLevel satisfied, String words) {}

    /** The first follow-up found somebody not content: how it was handled again. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Again(FollowedUp followUp, List<String> log, String reply) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rated(RatingLevel level, List<String> tags, String words) {}

    DemoMessage {
        assist = orNone(assist);
        log = orNone(log);
        urges = orNone(urges);
        photos = orNone(photos);
        visibility = visibility == null ? "PUBLIC" : visibility;
        grade = grade == null ? "NORMAL" : grade;
    }

    private static List<String> orNone(List<String> list) {
        return list == null ? List.of() : list;
    }
}
