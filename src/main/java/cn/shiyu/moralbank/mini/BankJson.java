package cn.shiyu.moralbank.mini;

import cn.shiyu.moralbank.award.HistoryLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contract tells of a member's account. */
final class BankJson {

    private BankJson() {}

    @Schema(name = "BankStanding")
    public record Standing(
            @Schema(description = "是否已加入") boolean member, @Schema(description = "称呼") String name,
            @Schema(description = "居住地的 12 位区划代码") String region, Instant joinedAt,
            @Schema(description = "今天可以使用的积分") long points, @Schema(description = "各到期日的积分,先到期的在前") List<Lot> lots) {
        static Standing of(Optional<cn.shiyu.moralbank.member.Standing> found) {
            return found.map(it -> new Standing(
                            true, it.member().name(), it.member().region(), it.member().joinedAt(), it.points(),
                            it.expiring().stream().map(one -> new Lot(one.on(), one.points())).toList()))
                    .orElseGet(() -> new Standing(false, null, null, null, 0, List.of()));
        }
    }

    @Schema(name = "BankLot")
    public record Lot(@Schema(description = "最后一天") LocalDate expires, long points) {}

    @Schema(name = "BankLine")
    public record Line(Instant at, @Schema(description = "事由") String words, @Schema(description = "增为正,减为负") long points) {
        static Line of(HistoryLine it) {
            return new Line(it.at(), it.words(), it.points());
        }
    }

    @Schema(name = "BankWish")
    public record Wish(
            @Schema(description = "称呼,最多 20 个字") String name,
            @Schema(description = "乡镇街道或村社区的 12 位区划代码") String region,
            @Schema(description = "已读过保存内容的说明并自愿加入") boolean agreed) {}
}
