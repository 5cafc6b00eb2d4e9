package cn.shiyu.moralbank.mini;

import cn.shiyu.moralbank.deed.DeedView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contract tells of good deeds, and what it takes in. */
final class DeedJson {

    private DeedJson() {}

    @Schema(name = "Deed", description = "好人好事")
    public record One(
            UUID id, String status, String kind, String region, LocalDate doneOn, String words,
            @Schema(description = "是不是本人做的;否则是您替别人讲的") boolean byMe, Instant toldAt, Instant claimUntil, List<String> photos,
            @Schema(description = "不认定的理由") String reason, Instant appealUntil, String appeal,
            @Schema(description = "对申诉的答复") String answer, Long points, @Schema(description = "您现在能做什么") List<String> acts) {
        static One of(DeedView it) {
            return new One(
                    it.id(), it.status().name(), it.kindName(), it.region(), it.doneOn(), it.words(), it.byMe(), it.toldAt(),
                    it.claimUntil(), it.photos().stream().map(photo -> photo.href()).toList(), it.reason(), it.appealUntil(), it.appeal(),
                    it.answer(), it.points(), it.acts());
        }
    }

    @Schema(name = "DeedTale")
    public record Tale(
            String kind, @Schema(description = "乡镇或村(社区)的 12 位代码") String region, @Schema(description = "形如 2026-11-28") String day,
            String words, @Schema(description = "替别人讲时,本人的手机号;自己的好事不填") String phone, List<UUID> photos) {

        static final Tale EMPTY = new Tale(null, null, null, null, null, null);

        cn.shiyu.moralbank.deed.Tale plain() {
            return new cn.shiyu.moralbank.deed.Tale(kind, region, day, words, phone);
        }

        List<UUID> files() {
            return photos == null ? List.of() : photos;
        }
    }

    @Schema(name = "DeedTold")
    public record Told(UUID id, @Schema(description = "给本人的口令,只有这一次;自己的好事为空") String claim) {}

    @Schema(name = "DeedClaim")
    public record Claim(String code, String phone, @Schema(description = "false 为谢绝") boolean accept) {}

    @Schema(name = "DeedWords")
    public record Words(String words) {}
}
