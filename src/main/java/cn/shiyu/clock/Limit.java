package cn.shiyu.clock;

import java.util.Objects;

/** A limit of time (时限) with its unit. @param amount at least 1, at most {@value #MOST} */
public record Limit(int amount, LimitUnit unit) {

    /** Ten years of days: beyond that it is a slip in the tenant file, not a limit. */
    static final int MOST = 3660;

    public Limit {
        Objects.requireNonNull(unit, "a limit has a unit");
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("a limit is 1 to " + MOST + " " + unit + ", not " + amount);
        }
    }

    public static Limit hours(int amount) {
        return new Limit(amount, LimitUnit.HOURS);
    }

    public static Limit workingHours(int amount) {
        return new Limit(amount, LimitUnit.WORKING_HOURS);
    }

    public static Limit calendarDays(int amount) {
        return new Limit(amount, LimitUnit.CALENDAR_DAYS);
    }

    public static Limit workingDays(int amount) {
        return new Limit(amount, LimitUnit.WORKING_DAYS);
    }

    long quanta() {
        return unit.quanta(amount);
    }

    /** Chinese: "5个工作日". */
    public String words() {
        return unit.words(quanta());
    }
}
