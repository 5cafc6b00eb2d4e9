package cn.shiyu.counselling.mini;

import cn.shiyu.counselling.CounsellingSettings;
import cn.shiyu.counselling.CounsellorView;
import cn.shiyu.counselling.Danger;
import cn.shiyu.counselling.Hotline;
import cn.shiyu.counselling.NewThread;
import cn.shiyu.counselling.ThreadView;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shapes of the contract. */
final class CounsellingJson {

    private CounsellingJson() {}

    @Schema(name = "CounsellingNamed")
    public record Named(String code, String name) {
        static List<Named> of(List<CounsellingSettings.Named> list) {
            return list.stream().map(one -> new Named(one.code(), one.name())).toList();
        }
    }

    @Schema(name = "CounsellingHotline")
    public record Number(String name, String number, String words) {
        static Number of(Hotline it) {
            return new Number(it.name(), it.number(), it.words());
        }
    }

    @Schema(name = "CounsellingOffer")
    public record Offer(
            @Schema(description = "隐私承诺,一句一条") List<String> promise,
            List<Number> hotlines,
            List<Named> fields,
            List<Named> languages,
            String answerWithin,
            @Schema(description = "危机词(正则表达式):输入时在手机上判断,命中就显示 hotlines;先去掉 harmless 再找 danger") Danger danger) {
        static Offer of(City city) {
            CounsellingSettings settings = CounsellingSettings.of(city);
            return new Offer(
                    List.of(Messages.get("counselling.promise1"), Messages.get("counselling.promise2"), Messages.get("counselling.promise3"),
                            Messages.get("counselling.promise4")),
                    Hotline.of(city).stream().map(Number::of).toList(), Named.of(settings.fields()), Named.of(settings.languages()),
                    settings.answer().words(), Danger.of(city));
        }
    }

    @Schema(name = "Counsellor")
    public record Person(
            String login, String name, String words, String provider,
            @Schema(description = "ORGANISATION 社会组织,VOLUNTEER 志愿者") String kind, List<String> fields, List<String> languages,
            @Schema(description = "IN_PERSON、PHONE、VIDEO、WRITTEN") List<String> ways) {
        static Person of(CounsellorView it) {
            return new Person(
                    it.login(), it.name(), it.words(), it.provider(), it.kind().name(), it.fields(), it.languages(), it.ways());
        }
    }

    @Schema(name = "CounsellingOpening")
    public record Opening(
            String counsellor, String field, @Schema(description = "希望咨询师怎么称呼,可空") String alias, String words) {
        static NewThread plain(Opening typed) {
            return typed == null
                    ? new NewThread(null, null, null, null)
                    : new NewThread(typed.counsellor, typed.field, typed.alias, typed.words);
        }

        @Override
        public String toString() {
            return "Opening";
        }
    }

    @Schema(name = "CounsellingLetter")
    public record Typed(String words) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    @Schema(name = "CounsellingConsent")
    public record Consent(@Schema(description = "offeredLogin 原样带回表示同意;空表示不同意") String counsellor) {}

    @Schema(name = "CounsellingMessage")
    public record Message(@Schema(description = "咨询师姓名;本人写的为空") String by, String words, Instant at) {
        @Override
        public String toString() {
            return "Message";
        }
    }

    @Schema(name = "CounsellingThread")
    public record Talk(
            UUID id, String alias, String field, String counsellor, String provider,
            @Schema(description = "WAITING、ANSWERED、CLOSED") String status,
            @Schema(description = "为真时显示热线") boolean urgent, boolean late, String offeredLogin, String offeredName,
            Instant dueAt, Instant openedAt, List<String> acts, List<Message> messages) {
        static Talk of(ThreadView it) {
            return new Talk(
                    it.id(), it.alias(), it.field(), it.counsellor(), it.provider(), it.status().name(), it.urgent(), it.late(),
                    it.offeredLogin(), it.offeredName(), it.dueAt(), it.openedAt(), it.acts(),
                    it.messages().stream().map(one -> new Message(one.by(), one.words(), one.at())).toList());
        }

        @Override
        public String toString() {
            return "Talk[" + id + "]";
        }
    }
}
