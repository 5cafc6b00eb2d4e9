package cn.shiyu.casework.mini;

import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.casework.CaseView;
import cn.shiyu.casework.QueueItem;
import cn.shiyu.casework.RatingGiven;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.casework.Submission;
import cn.shiyu.casework.TimeLineEntry;
import cn.shiyu.clock.ClockView;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.platform.problem.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shapes of the contract; they change only with miniprogram-api/openapi.json. */
final class CaseJson {

    private CaseJson() {}

    private static <T> List<T> whole(String field, List<T> sent) {
        if (sent != null && sent.contains(null)) {
            throw Refusal.badInput(field, "列表中有空值,请删去。");
        }
        return sent;
    }

    @Schema(name = "CaseSubmission")
    public record Submit(
            @Schema(description = "诉求类型,见 /mini/v1/city", examples = "COMPLAINT") String kind,
            @Schema(description = "事项分类末级编码;不清楚可不填") String category,
            @Schema(description = "标题,最多 100 字") String subject,
            @Schema(description = "具体情况,5 到 4000 字") String body,
            @Schema(description = "12 位区划代码,到乡镇(街道)或村(社区)") String region,
            String address,
            Double lng,
            Double lat,
            @Schema(description = "已上传附件的 id") List<UUID> files,
            @Schema(description = "PUBLIC 或 CONFIDENTIAL") String visibility,
            @Schema(description = "对承办单位匿名") boolean anonymous,
            String contactName,
            String contactPhone) {

        static Submission plain(Submit typed) {
            if (typed == null) {
                throw Refusal.badInput("body", "请求内容为空。");
            }
            return new Submission(
                    typed.kind, typed.category, typed.subject, typed.body, typed.region, typed.address, typed.lng, typed.lat,
                    whole("files", typed.files), typed.visibility, typed.anonymous, typed.contactName, typed.contactPhone);
        }
    }

    @Schema(name = "CaseReceipt")
    public record Receipt(String number, @Schema(description = "查询码,配合编号不登录也能查") String lookUpCode, String status) {
        static Receipt of(CaseReceipt receipt) {
            return new Receipt(receipt.number(), receipt.lookUpCode(), receipt.status().name());
        }
    }

    @Schema(name = "CaseDone")
    public record Done(String number, String status, int version) {
        static Done of(CaseReceipt receipt) {
            return new Done(receipt.number(), receipt.status().name(), receipt.version());
        }
    }

    @Schema(name = "Words")
    public record Words(String words) {
        static String plain(Words typed) {
            return typed == null ? null : typed.words;
        }
    }

    @Schema(name = "Rating")
    public record Rate(
            @Schema(description = "VERY_SATISFIED, SATISFIED, BASICALLY_SATISFIED, DISSATISFIED, VERY_DISSATISFIED")
                    String level,
            List<String> tags,
            String words) {
        static RatingGiven plain(Rate typed) {
            RatingLevel level = Arrays.stream(RatingLevel.values())
                    .filter(known -> typed != null && known.name().equals(typed.level))
                    .findFirst()
                    .orElseThrow(() -> Refusal.badInput("level", "请选择一个评价等级。"));
            return new RatingGiven(level, whole("tags", typed.tags), typed.words);
        }
    }

    @Schema(name = "CaseItem")
    public record Item(
            String number, String subject, String kind, String status, String category, String region, String unit,
            Instant submittedAt, Instant dueAt, String light) {
        static Item of(QueueItem item) {
            return new Item(
                    item.number(), item.subject(), item.kind(), item.status().name(), item.category(), item.region(),
                    item.lead() == null ? item.centre() : item.lead(), item.submittedAt(), item.dueAt(),
                    item.light() == null ? null : item.light().name());
        }
    }

    @Schema(name = "CaseDetail")
    public record Detail(
            String number, String kind, String status, @Schema(description = "五步中的第几步") int step, String subject,
            String body, String category, String region, String address, Double lng, Double lat, String visibility,
            boolean anonymous, @Schema(description = "现在由谁办") String unit, String reply, Instant submittedAt,
            Instant dueAt, String light, @Schema(description = "现在可以做的事") List<String> allowed, boolean mayRate,
            String rating, List<Entry> timeLine, List<Limit> limits, List<Attachment> files, String lookUpCode) {

        static Detail of(CaseView view) {
            return new Detail(
                    view.number(), view.kindName(), view.status().name(), view.status().step(), view.subject(), view.body(),
                    view.category(), view.region(), view.address(), view.lng(), view.lat(), view.visibility().name(),
                    view.anonymous(), view.lead() == null ? view.centre() : view.lead(), view.reply(), view.submittedAt(),
                    view.dueAt(), view.light() == null ? null : view.light().name(),
                    view.allowed().stream().map(Enum::name).toList(), view.mayRate(),
                    view.rating() == null ? null : view.rating().name(),
                    view.timeLine().stream().map(Entry::of).toList(),
                    view.clocks().stream().map(Limit::of).toList(),
                    view.files().stream().map(Attachment::of).toList(),
                    view.lookUpCode());
        }
    }

    @Schema(name = "TimeLineEntry")
    public record Entry(Instant at, String type, String who, String words, List<TimeLineEntry.Detail> details) {
        static Entry of(TimeLineEntry entry) {
            return new Entry(entry.at(), entry.type(), entry.who(), entry.words(), entry.details());
        }
    }

    @Schema(name = "TimeLimit")
    public record Limit(
            String title, String limit, String source, String state, String light, Instant startedAt, Instant dueAt,
            @Schema(description = "为什么是这个时间,逐条说明") List<String> why) {
        static Limit of(ClockView clock) {
            return new Limit(
                    clock.title(), clock.limit(), clock.source(), clock.state().name(), clock.light().name(),
                    clock.startedAt(), clock.dueAt(), clock.why());
        }
    }

    @Schema(name = "Attachment")
    public record Attachment(UUID id, String mediaType, long size, String url, String thumbUrl) {
        static Attachment of(FileRef file) {
            String base = "/mini/v1/files/" + file.id();
            return new Attachment(
                    file.id(), file.mediaType(), file.size(), base, file.isPhoto() ? base + "/thumb" : null);
        }
    }
}
