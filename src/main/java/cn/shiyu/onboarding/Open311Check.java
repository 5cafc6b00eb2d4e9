package cn.shiyu.onboarding;

import cn.shiyu.open311.Open311Settings;
import cn.shiyu.open311.ServiceAttribute.Datatype;
import java.util.List;

/** Section {@code open311}, which a city may leave out, and the questions ({@code attributes}) of topics. */
final class Open311Check implements SectionCheck {

    private static final List<String> OF_EVERY_TOPIC = List.of("kind", "title", "visibility", "anonymous");

    @Override
    public void check(TenantFile file) {
        if (file.city().sections().contains(Open311Settings.SECTION)) {
            settings(file.section(Open311Settings.SECTION));
        }
        file.list("categories", "code").forEach(Open311Check::topic);
    }

    private static void settings(Entry open311) {
        if (!open311.node().path("enabled").isBoolean()) {
            open311.fault("enabled", "应为 true 或 false");
        }
        open311.text("contact");
        open311.text("keyService");
        number(open311, "postsPerMinute", 1, 6000);
        number(open311, "readsPerMinute", 1, 60_000);
        number(open311, "pointDecimals", 0, 6);
    }

    private static void number(Entry open311, String field, int from, int to) {
        if (open311.has(field)) {
            open311.number(field, from, to);
        }
    }

    private static void topic(Entry topic) {
        List<Entry> questions = topic.entries("attributes", "code");
        List<Entry> children = topic.entries("children", "code");
        if (!questions.isEmpty() && !children.isEmpty()) {
            topic.fault("attributes", "只有最末一级分类可以有自己的问题");
        }
        SectionCheck.unique(questions, "code");
        questions.forEach(Open311Check::question);
        children.forEach(Open311Check::topic);
    }

    private static void question(Entry question) {
        String code = question.text("code", "[A-Za-z0-9_.-]{1,50}", "pole_number");
        if (OF_EVERY_TOPIC.contains(code)) {
            question.fault("code", "“" + code + "”是每个事项都有的问题，请换一个代码");
        }
        question.text("description");
        boolean list = question.oneOf("datatype", Datatype.class)
                .filter(Datatype::isList)
                .isPresent();
        List<Entry> values = question.entries("values", "key");
        if (list == values.isEmpty()) {
            question.fault("values", list ? "至少要有一个可选的值" : "只有 singlevaluelist、multivaluelist 有可选的值");
        }
        SectionCheck.unique(values, "key");
        values.forEach(value -> value.text("key"));
        values.forEach(value -> value.text("name"));
    }
}
