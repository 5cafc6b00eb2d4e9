package cn.shiyu.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as people in Asia/Shanghai read them. */
public final class Times {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZONE);
    private static final DateTimeFormatter BRIEF =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZONE);
    /** Beyond this many days a date says more than a distance. */
    private static final int FAR_DAYS = 30;

    private Times() {}

    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** 11月23日 10:05; the day with its year (2019-02-28) where that is not the year of now. */
    public static String brief(Instant instant, Instant now) {
        boolean thisYear = instant.atZone(ZONE).getYear() == now.atZone(ZONE).getYear();
        return thisYear ? BRIEF.format(instant) : day(instant);
    }

    /** 刚刚, 3分钟前, 2小时后, 5天前; the date when more than 30 days away. */
    public static String distance(Instant instant, Instant now) {
        Duration away = Duration.between(instant, now).abs();
        if (away.toMinutes() < 1) {
            return "刚刚";
        }
        return away.toDays() > FAR_DAYS ? day(instant) : amount(away) + (instant.isAfter(now) ? "后" : "前");
    }

    private static String amount(Duration away) {
        if (away.toHours() < 1) {
            return away.toMinutes() + "分钟";
        }
        return away.toDays() < 1 ? away.toHours() + "小时" : away.toDays() + "天";
    }
}
