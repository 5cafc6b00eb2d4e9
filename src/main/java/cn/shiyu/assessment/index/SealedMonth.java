package cn.shiyu.assessment.index;

import cn.shiyu.assessment.DayCut;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * A month that is sealed.
 *
 * @param code m2026-07
 * @param ends exclusive
 * @param cut from when to when its days counted
 * @param late events of the month before that came in after it was sealed, counted here
 */
public record SealedMonth(
        String code, LocalDate starts, LocalDate ends, DayCut cut, IndexSystem index, long events, long late, Instant sealedAt, byte[] hash) {

    public LocalDate lastDay() {
        return ends.minusDays(1);
    }

    /** The month's name: 2026-07. */
    public String name() {
        return code.substring(1);
    }

    public String address() {
        return "/console/assessment/months/" + code;
    }

    public String hex() {
        return HexFormat.of().formatHex(hash);
    }
}
