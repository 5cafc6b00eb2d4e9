package cn.shiyu.mediation.mini;

import cn.shiyu.mediation.MediatorCard;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mediator in the contract. */
@Schema(name = "Mediator")
public record MediatorJson(
        String login, String name, String kind, String body, String level, int years, List<String> shelves,
        List<String> languages, String words,
        @Schema(description = "达成率,百分之几;办结太少时为空") Integer success,
        @Schema(description = "达成的件数") int agreed,
        @Schema(description = "评价的平均分,如 4.6;没有评价时为空") String stars,
        int ratings,
        @Schema(description = "最近可约的时间,没有则为空") Instant next) {

    static MediatorJson of(MediatorCard it) {
        return it == null ? null : new MediatorJson(
                it.login(), it.name(), it.kind().name(), it.body(), it.level(), it.years(), it.shelves(), it.languages(),
                it.words(), it.record().success(), it.record().agreed(), it.record().stars5(), it.record().ratings(),
                it.nextSlot());
    }
}
