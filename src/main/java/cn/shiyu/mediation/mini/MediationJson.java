package cn.shiyu.mediation.mini;

import cn.shiyu.mediation.MediationItem;
import cn.shiyu.mediation.MediationView;
import cn.shiyu.mediation.Meeting;
import cn.shiyu.mediation.Party;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contract tells of a mediation. */
final class MediationJson {

    private MediationJson() {}

    @Schema(name = "MediationId")
    public record Id(UUID id) {}

    @Schema(name = "MediationItem")
    public record Item(
            UUID id, String title, String shelf, String place, String status,
            @Schema(description = "调解员姓名,双方还在选时为空") String mediator,
            Instant appliedAt, Instant answerDue, Instant dueAt, @Schema(description = "现在是否轮到您") boolean mine) {
        static Item of(MediationItem it) {
            return new Item(
                    it.id(), it.title(), it.shelf(), it.place(), it.status().name(), it.mediator(), it.appliedAt(),
                    it.answerDue(), it.dueAt(), it.mine());
        }
    }

    @Schema(name = "MediationParty")
    public record Side(String name, @Schema(description = "对方的号码只显示一部分") String phone, String story, String claim) {
        static Side of(Party it) {
            return it == null ? null : new Side(it.name(), it.phone(), it.story(), it.claim());
        }
    }

    @Schema(name = "MediationWord")
    public record Word(
            @Schema(description = "APPLICANT、RESPONDENT 或 MEDIATOR") String by,
            @Schema(description = "只与调解员说时是哪一方,否则为空") String aside, String words, Instant at) {
        static Word of(MediationView.Word it) {
            return new Word(it.by(), it.aside(), it.words(), it.at());
        }
    }

    @Schema(name = "MediationSession")
    public record Session(
            UUID id, String way, String place, Instant start, Instant end, String state,
            @Schema(description = "申请人来不来,未答复时为空") Boolean applicantComes,
            @Schema(description = "被申请人来不来,未答复时为空") Boolean respondentComes, String minutes) {
        static Session of(Meeting it) {
            return new Session(
                    it.id(), it.way().name(), it.place(), it.start(), it.end(), it.state().name(), it.applicantComes(),
                    it.respondentComes(), it.minutes());
        }
    }

    @Schema(name = "Mediation")
    public record One(
            UUID id, String title, String shelf, String place, String status,
            @Schema(description = "您是哪一方:APPLICANT 或 RESPONDENT") String standing,
            MediatorJson mediator, List<MediatorJson> proposed, Side applicant, Side respondent, boolean joined,
            @Schema(description = "给对方的邀请链接,只在申请人可邀请时有") String link,
            String caseNumber, Instant appliedAt, Instant answerDue, Instant dueAt, Instant endedAt,
            @Schema(description = "拟移交给谁,没有则为空") MediatorJson handTo,
            @Schema(description = "您现在能做什么") List<String> acts, List<Word> words, List<Session> sessions,
            @Schema(description = "您可以看的协议书,没有则为空") UUID agreement) {
        static One of(MediationView it) {
            return new One(
                    it.id(), it.title(), it.shelf(), it.place(), it.status().name(), it.standing().name(),
                    MediatorJson.of(it.mediator()), it.proposed().stream().map(MediatorJson::of).toList(),
                    Side.of(it.applicant()), Side.of(it.respondent()), it.joined(), it.link(), it.caseNumber(),
                    it.appliedAt(), it.answerDue(), it.dueAt(), it.endedAt(), MediatorJson.of(it.handTo()), it.acts(),
                    it.words().stream().map(Word::of).toList(), it.meetings().stream().map(Session::of).toList(),
                    it.agreementAddress() == null ? null : it.agreement().id());
        }
    }
}
