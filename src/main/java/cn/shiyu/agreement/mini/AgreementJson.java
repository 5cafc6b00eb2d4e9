package cn.shiyu.agreement.mini;

import cn.shiyu.agreement.AgreementView;
import cn.shiyu.agreement.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contract tells of an agreement, and what it takes in. */
final class AgreementJson {

    private AgreementJson() {}

    @Schema(name = "AgreementSigner")
    public record Signer(
            String side, String name, @Schema(description = "对方的号码只显示一部分") String phone, Instant signedAt,
            boolean wantsConfirmation, @Schema(description = "是不是您") boolean own) {
        static Signer of(AgreementView.Party it) {
            return new Signer(it.side().name(), it.name(), it.phone(), it.signedAt(), it.wantsConfirmation(), it.own());
        }
    }

    @Schema(name = "AgreementDuty")
    public record Owed(
            int place, @Schema(description = "谁来履行:APPLICANT 或 RESPONDENT") String debtor, String words,
            @Schema(description = "金额,单位分;不涉及金额的为空") Long fen, LocalDate due,
            @Schema(description = "OPEN、REPORTED 或 DONE") String state) {
        static Owed of(Duty it) {
            return new Owed(it.place(), it.debtor().name(), it.words(), it.fen(), it.due(), it.state().name());
        }
    }

    @Schema(name = "Agreement")
    public record One(
            UUID id, String number, String kind, String status, String mediator, String body, String facts, String terms,
            List<Signer> signers, List<Owed> duties, Instant inForceAt,
            @Schema(description = "生效文本的 SM3 摘要,十六进制;生效前为空") String sm3, String confirmation, Instant confirmDue,
            @Schema(description = "您现在能做什么") List<String> acts) {
        static One of(AgreementView it) {
            return new One(
                    it.id(), it.number(), it.kind(), it.status().name(), it.mediator(), it.body(), it.facts(), it.terms(),
                    it.parties().stream().map(Signer::of).toList(), it.duties().stream().map(Owed::of).toList(),
                    it.inForceAt(), it.sm3(), it.confirmation().name(), it.confirmDue(), it.acts());
        }
    }

    @Schema(name = "AgreementSignature")
    public record Signature(
            @Schema(description = "短信验证码") String code,
            @Schema(description = "手写签名,PNG 的 data 地址") String picture,
            @Schema(description = "不便手写的,键入本人姓名") String name) {}
}
