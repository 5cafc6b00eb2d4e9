package cn.shiyu.platform.web;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Every tag once, filled with samples: what a designer looks at, and what {@code TagsTest} checks. */
final class StyleGuide {

    private static final List<Choice> KINDS = List.of(
            new Choice("REQUEST", "诉求", "生活中需要政府解决的事", "hand-stop"),
            new Choice("HAZARD", "隐患", "可能伤人或造成损失", "shield-exclamation"),
            new Choice("QUESTION", "咨询", "政策、办事流程", "help-circle"));
    private static final List<Choice> RATES = List.of(
            new Choice("SATISFIED", "满意", null, "mood-smile"),
            new Choice("BASICALLY", "基本满意", null, "mood-neutral"),
            new Choice("DISSATISFIED", "不满意", null, "mood-sad"));

    private StyleGuide() {}

    /** Writes the page into the file given, for a browser: {@code StyleGuide <file> [elder]}. */
    public static void main(String... args) throws IOException {
        Files.writeString(Path.of(args[0]), page(new SampleSite("/report", args.length > 1, "您的诉求已提交。"), form()));
    }

    static String page(SampleSite site, Form form) throws IOException {
        String guide = Files.readString(Path.of("src/test/resources/templates/test/guide.html"));
        return filled(TemplateEngine.with(site).parse(guide, Variant.forContentType("text/html")).instance())
                .data("form", form)
                .render();
    }

    static Form form() {
        return Form.empty()
                .with("name", "张\"三<b>")
                .with("words", "幸福路的路灯不亮。")
                .with("kind", "REQUEST")
                .with("units", List.of("a"))
                .wrong("phone", "手机号码应是 11 位数字")
                .wrong("kind", "请选择一类");
    }

    static TemplateInstance filled(TemplateInstance page) {
        return page.data("crumbs", List.of(new NavItem("/", "首页", null)))
                .data("choices", List.of(new Choice("a", "东城街道"), new Choice("b", "西城街道", "含开发区")))
                .data("none", List.of())
                .data("kinds", KINDS)
                .data("rates", RATES)
                .data("statuses", List.of("SUBMITTED", "HANDLING", "SUSPENDED", "FINISHED", "CLOSED", "REFUSED"))
                .data("photos", List.of(new Photo("/static/favicon.svg", "路灯照片")))
                .data("tabs", List.of(NavItem.tab("/a", "待办", 12, true), NavItem.tab("/b", "已办", null, false)))
                .data("lng", 115.37)
                .data("lat", 33.26)
                .data("now", Instant.parse("2026-11-23T02:05:00Z"));
    }
}
