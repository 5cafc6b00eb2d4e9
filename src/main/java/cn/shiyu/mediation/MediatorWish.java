package cn.shiyu.mediation;

import java.util.Arrays;

/**
 * What somebody looks for in a mediator; null or blank: any.
 *
 * @param kind name of a {@link MediationKind}
 * @param words in the name, the body, the fields or what the mediator says
 * @param sort name of a {@link Sort}; RECORD without one
 */
public record MediatorWish(String shelf, String kind, String level, String language, String words, Sort sort) {

    /** By what mediators stand in a row. */
    public enum Sort {
        /** 达成率, then how many */
        RECORD,
        /** 评价 */
        STARS,
        /** 最早可约 */
        SOONEST,
        /** 从业年限 */
        YEARS
    }

    public static MediatorWish of(String shelf, String kind, String level, String language, String words, String sort) {
        Sort order = Arrays.stream(Sort.values()).filter(one -> one.name().equals(sort)).findFirst().orElse(Sort.RECORD);
        return new MediatorWish(
                Typing.orNull(shelf), Typing.orNull(kind), Typing.orNull(level), Typing.orNull(language), Typing.orNull(words), order);
    }
}
