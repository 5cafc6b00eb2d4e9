package cn.shiyu.moralbank.mini;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contract tells of households. */
final class HouseholdJson {

    private HouseholdJson() {}

    @Schema(name = "BankHousehold")
    public record One(
            String name, @Schema(description = "还没有被同意加入时为 false,别的都是空的") boolean confirmed,
            @Schema(description = "付款时用的账户,见 payAccounts") UUID account, @Schema(description = "今天可以用的积分") long points,
            @Schema(description = "给家人的加入码,没有有效的就为空") String code, Instant codeUntil, List<Mate> mates) {
        static One of(cn.shiyu.moralbank.household.Household it) {
            return new One(
                    it.name(), it.confirmed(), it.confirmed() ? it.account() : null, it.points(), it.code(), it.codeUntil(),
                    it.mates().stream().map(mate -> new Mate(mate.account(), mate.name(), mate.confirmed(), mate.own())).toList());
        }
    }

    @Schema(name = "BankHousemate")
    public record Mate(
            @Schema(description = "答复时用的编号") UUID id, String name, @Schema(description = "false 为申请加入,等家里人同意") boolean confirmed,
            @Schema(description = "是不是本人") boolean own) {}

    @Schema(name = "BankHouseholdName")
    public record Name(String name) {}

    @Schema(name = "BankHouseholdCode")
    public record Code(String code) {}

    @Schema(name = "BankHouseholdAnswer")
    public record Answer(@Schema(description = "同意加入") boolean yes) {}

    @Schema(name = "BankContribution")
    public record Contribution(long points) {}
}
