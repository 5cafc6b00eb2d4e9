package cn.shiyu.moralbank.mini;

import cn.shiyu.moralbank.honour.Naming;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contract tells of the book of good deeds. */
final class HonourJson {

    private HonourJson() {}

    @Schema(name = "HonourEntry")
    public record Entry(
            @Schema(description = "本人同意显示的名字") String name, @Schema(description = "种类") String kind, LocalDate day,
            @Schema(description = "社区") String place, @Schema(description = "志愿服务的分钟数,好事为 0") long minutes, long points) {
        static Entry of(cn.shiyu.moralbank.honour.Entry it) {
            return new Entry(it.name(), it.kind(), it.day(), it.place(), it.minutes(), it.points());
        }
    }

    @Schema(name = "HonourConsent")
    public record Consent(
            @Schema(description = "写进功德录") boolean book, @Schema(description = "可以出现在光荣榜上") boolean boards,
            @Schema(description = "用什么名字:称呼、只显示第一个字、笔名") Naming naming,
            @Schema(description = "笔名,naming 为 PEN 时必填,2 到 10 个字,只能用文字") String pen) {
        static Consent of(cn.shiyu.moralbank.honour.Consent it) {
            return new Consent(it.book(), it.boards(), it.naming(), it.pen());
        }
    }

    @Schema(name = "HonourWish")
    public record Wish(
            boolean book, boolean boards, Naming naming, String pen,
            @Schema(description = "最近 12 个月做过的也写进去") boolean past) {
        /** Without a name said, the least is shown. */
        cn.shiyu.moralbank.honour.Consent consent() {
            return new cn.shiyu.moralbank.honour.Consent(book, boards, naming == null ? Naming.MASKED : naming, pen);
        }
    }
}
