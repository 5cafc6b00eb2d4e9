package cn.shiyu.moralbank.mini;

import cn.shiyu.moralbank.team.Team;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contract tells of organisations' accounts. */
final class TeamJson {

    private TeamJson() {}

    @Schema(name = "BankTeam")
    public record One(
            UUID id, String name, String region, @Schema(description = "付款时用的账户,见 payAccounts") UUID account,
            @Schema(description = "今天可以用的积分") long points) {
        static One of(Team it) {
            return new One(it.id(), it.name(), it.region(), it.account(), it.points());
        }
    }

    @Schema(name = "BankTeamEntry")
    public record Entry(Instant at, @Schema(description = "是什么") String words, @Schema(description = "支出为负") long points) {}
}
