package cn.shiyu.casework;

import java.util.List;

/** A resident's rating: one per service. */
public record RatingGiven(RatingLevel level, List<String> tags, String words) {

    public RatingGiven {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }
}
