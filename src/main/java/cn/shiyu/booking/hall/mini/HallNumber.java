package cn.shiyu.booking.hall.mini;

import cn.shiyu.booking.hall.HallQueries.Progress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a number of today stands. */
@Schema(name = "HallNumber")
public record HallNumber(
        int number,
        @Schema(description = "WAITING 等候、CALLED 请到窗口、SKIPPED 已过号、DONE 已办结") String status,
        @Schema(description = "前面还有几人") int before,
        @Schema(description = "几号窗口,没有叫到时为空") Integer window) {

    static HallNumber of(Progress it) {
        return new HallNumber(it.number(), it.status().name(), it.before(), it.window());
    }
}
