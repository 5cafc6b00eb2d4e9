package cn.shiyu.moralbank.volunteering;

import java.time.Instant;

/** Where an activity stands. */
public enum ActivityStatus {
    /** 草稿: seen by its unit alone */
    DRAFT,
    /** 报名中 */
    PUBLISHED,
    /** 进行中: codes are shown and taken */
    RUNNING,
    /** 已结束: hours wait to be confirmed */
    ENDED,
    /** 已确认: hours are final, points are booked */
    CONFIRMED,
    /** 已取消 */
    CANCELLED;

    /** Whether anyone may read of it. */
    public boolean isPublic() {
        return this != DRAFT;
    }

    /** What the clock has made of it meanwhile. */
    ActivityAction due(Instant opens, Instant closes, Instant now) {
        if (this == PUBLISHED && !now.isBefore(opens)) {
            return ActivityAction.START;
        }
        return this == RUNNING && !now.isBefore(closes) ? ActivityAction.END : null;
    }
}
