package cn.shiyu.clock;

/**
 * The unit is part of a limit: "5 days" alone says nothing. Inside, a unit counts in quanta: whole days for the units of
 * days, seconds for the units of hours, so that limits, pauses and extensions of one clock can be added up.
 */
public enum LimitUnit {
    /** 小时: hours as they pass, nights and holidays included (民法典 art. 201 par. 2). */
    HOURS("小时", false, false),
    /** 工作小时: hours within office hours of working days. */
    WORKING_HOURS("个工作小时", false, true),
    /** 自然日: calendar days, the day of the start not counted (民法典 art. 201 par. 1). */
    CALENDAR_DAYS("日", true, false),
    /** 工作日: working days of the city's calendar, the day of the start not counted. */
    WORKING_DAYS("个工作日", true, true);

    private static final long SECONDS_AN_HOUR = 3600;

    private final String title;
    private final boolean days;
    private final boolean skipsDaysOff;

    LimitUnit(String title, boolean days, boolean skipsDaysOff) {
        this.title = title;
        this.days = days;
        this.skipsDaysOff = skipsDaysOff;
    }

    public boolean countsDays() {
        return days;
    }

    public boolean skipsDaysOff() {
        return skipsDaysOff;
    }

    /** @return whole days, or seconds */
    long quanta(int amount) {
        return days ? amount : amount * SECONDS_AN_HOUR;
    }

    /** Quanta in Chinese: "2个工作日", "3小时20分". */
    String words(long quanta) {
        return days ? quanta + title : hours(quanta);
    }

    private String hours(long seconds) {
        long hours = seconds / SECONDS_AN_HOUR;
        long minutes = seconds % SECONDS_AN_HOUR / 60;
        if (minutes == 0 && hours > 0) {
            return hours + title;
        }
        String prefix = skipsDaysOff ? "工作时间" : "";
        return prefix + (hours > 0 ? hours + "小时" : "") + minutes + "分";
    }
}
