package cn.shiyu.moralbank.award;

/** What points are given for. */
public enum AwardUnit {
    /** 每分钟 */
    MINUTE(1),
    /** 每小时 */
    HOUR(60),
    /** 每次 */
    EACH(1);

    private final long size;

    AwardUnit(long size) {
        this.size = size;
    }

    /** How many of what is counted make one: minutes, or pieces. */
    long size() {
        return size;
    }
}
