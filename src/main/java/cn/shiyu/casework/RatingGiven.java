package cn.shiyu.casework;

import cn.shiyu.platform.problem.Refusal;
import java.util.List;

/**
 * A resident's rating: one per service.
 *
 * @param tags short words, at most eight; they go into the event's facts, which is no place for letters
 */
public record RatingGiven(RatingLevel level, List<String> tags, String words) {

    private static final int TAGS = 8;
    private static final int TAG = 20;

    public RatingGiven {
        tags = tags == null ? List.of() : List.copyOf(tags);
        if (tags.size() > TAGS) {
            throw Refusal.badInput("tags", "评价标签最多 " + TAGS + " 个。");
        }
        tags.forEach(tag -> Words.required("tags", "评价标签", tag, TAG));
    }
}
