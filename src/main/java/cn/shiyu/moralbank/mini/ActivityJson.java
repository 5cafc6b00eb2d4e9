package cn.shiyu.moralbank.mini;

import cn.shiyu.moralbank.volunteering.ActivityView;
import cn.shiyu.moralbank.volunteering.Direction;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contract tells of activities, and what it takes in. */
final class ActivityJson {

    private ActivityJson() {}

    @Schema(name = "ActivityPlace", description = "您的报名")
    public record Own(
            @Schema(description = "SIGNED 或 WAITING") String state, @Schema(description = "候补时,前面还有几人") Integer ahead,
            Instant checkedIn, Instant checkedOut, @Schema(description = "组织者确认的分钟数") Integer minutes,
            @Schema(description = "到账的积分") Long points, boolean mayWithdraw, boolean mayCheckIn, boolean mayCheckOut) {
        static Own of(ActivityView.Own it) {
            return it == null
                    ? null
                    : new Own(
                            it.state(), it.ahead(), it.in(), it.out(), it.minutes(), it.points(), it.mayWithdraw(), it.mayCheckIn(),
                            it.mayCheckOut());
        }
    }

    @Schema(name = "Activity", description = "志愿活动")
    public record One(
            UUID id, String status, String title, String words, String kind, String unit, String place, String region, Instant starts,
            Instant ends, Instant signUpUntil, int capacity, int free, @Schema(description = "取消的原因") String cancelledBecause,
            boolean maySignUp, Own own) {
        static One of(ActivityView it) {
            return new One(
                    it.id(), it.status().name(), it.title(), it.words(), it.kindName(), it.unit(), it.place(), it.region(), it.starts(),
                    it.ends(), it.signUpUntil(), it.capacity(), it.free(), it.cancelledBecause(), it.maySignUp(), Own.of(it.own()));
        }
    }

    @Schema(name = "ActivityCheck")
    public record Check(Direction direction, @Schema(description = "六位数字") String code) {}
}
