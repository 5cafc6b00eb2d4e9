package cn.shiyu.moralbank.award;

import java.time.Instant;

/** One movement of points in plain words. @param points with its sign */
public record HistoryLine(Instant at, String words, long points) {

    public String signed() {
        return points > 0 ? "+" + points : Long.toString(points);
    }
}
