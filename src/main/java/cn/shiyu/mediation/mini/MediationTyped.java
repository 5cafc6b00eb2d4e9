package cn.shiyu.mediation.mini;

import cn.shiyu.mediation.Application;
import cn.shiyu.mediation.ChooseFlow;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contract takes in; what is left out counts as left blank. */
final class MediationTyped {

    private MediationTyped() {}

    @Schema(name = "MediationApplication")
    public record Wish(
            String shelf, String region, String title, String story, String claim, String ownName, String ownPhone,
            String otherName, String otherPhone, @Schema(description = "想请的调解员,按先后,最多三位") List<String> mediators,
            @Schema(description = "来自您的哪一件诉求,可空") String caseNumber,
            @Schema(description = "来自您的哪一次咨询,可空") UUID consultation) {

        static Application plain(Wish typed) {
            Wish it = typed == null ? new Wish(null, null, null, null, null, null, null, null, null, null, null, null) : typed;
            return new Application(
                    text(it.shelf), text(it.region), text(it.title), text(it.story), text(it.claim), text(it.ownName),
                    text(it.ownPhone), text(it.otherName), text(it.otherPhone), logins(it.mediators), it.caseNumber,
                    it.consultation);
        }
    }

    @Schema(name = "MediationChoice")
    public record Choice(
            @Schema(description = "从对方提出的里选的一位") String mediator,
            @Schema(description = "另提的几位,按先后") List<String> mediators,
            String ownName, String ownPhone, String story, String claim) {

        static Choice orBlank(Choice typed) {
            return typed == null ? new Choice(null, null, null, null, null, null) : typed;
        }

        ChooseFlow.Myself myself() {
            return new ChooseFlow.Myself(text(ownName), text(ownPhone), text(story), text(claim));
        }
    }

    @Schema(name = "MediationWords")
    public record Words(String words, @Schema(description = "只与调解员说") boolean aside) {}

    @Schema(name = "MediationWhy")
    public record Why(String why) {}

    @Schema(name = "MediationRating")
    public record Rating(String level) {}

    @Schema(name = "MediationAnswer")
    public record Answer(@Schema(description = "来为 true,不来为 false;必填") Boolean comes) {}

    @Schema(name = "InvitationDigits")
    public record Digits(@Schema(description = "被邀请的手机号后四位") String digits) {}

    static String text(String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    static List<String> logins(List<String> typed) {
        return typed == null ? List.of() : typed.stream().filter(Objects::nonNull).toList();
    }
}
