package cn.shiyu.bench.fill;

import cn.shiyu.category.Category;
import java.util.List;
import java.util.Random;

/** Texts as residents and offices write them, put together from lists: lengths and characters like real ones, no text twice. */
final class Texts {

    private static final List<String> ROADS = List.of(
            "东环路", "中原路", "颍河路", "人民路", "解放大街", "胜利街", "光明巷", "新阳大道", "文化路", "建设路", "滨河南路", "工业大道", "裕民街",
            "健康路", "西城河路", "界亳路", "育才巷", "古城街", "站前路", "科技路");
    private static final List<String> PLACES = List.of(
            "菜市场门口", "小学北门", "小区东门", "公交站牌旁", "桥头", "十字路口", "村委会西侧", "幼儿园对面", "加油站南边", "老供销社旁", "三号楼前",
            "河堤上", "卫生院门前", "广场西侧");
    private static final List<String> SINCE = List.of(
            "已经一个多星期了", "从上个月开始就这样", "昨天夜里又发生了一次", "前后大概有二十多天", "今年开春以来一直没有解决", "连续三个晚上都是如此",
            "反映过两次,没有人来看", "下过雨以后更严重");
    private static final List<String> HARM = List.of(
            "孩子上下学很不安全。", "老人出门差点摔倒。", "周围几十户居民都受影响。", "晚上根本睡不好觉。", "来往车辆只能绕着走。", "家里做生意的也受影响。",
            "邻居们意见很大,在群里说了好多回。", "夏天气味很大,窗户都不敢开。", "电动车经过时容易打滑。");
    private static final List<String> WISH = List.of(
            "希望有关部门尽快派人到现场看一看。", "请给一个明确的答复和时间。", "希望能够彻底解决,不要再反复。", "请核实以后电话告知处理结果。",
            "麻烦转给负责的单位,谢谢。", "恳请领导重视,盼复!");
    private static final List<String> STEPS = List.of(
            "接到转办后,我单位立即安排工作人员到现场核实。", "经现场查看,您反映的情况属实。", "已责令相关责任方于三日内整改到位。",
            "目前已完成维修并恢复正常使用。", "我们已与您电话联系,说明了处理情况。", "下一步将加大巡查力度,防止问题反复。",
            "如仍有疑问,可随时与我们联系。", "因涉及管线产权,已同步告知产权单位配合处理。", "依据有关规定,已对当事人进行教育并责令改正。");

    private final Random random;

    Texts(Random random) {
        this.random = random;
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    String address() {
        return one(ROADS) + (1 + random.nextInt(380)) + "号" + one(PLACES);
    }

    String subject(Category topic) {
        return one(ROADS) + one(PLACES) + "反映" + word(topic) + "问题";
    }

    /** Sixty to four hundred characters, as most messages to mayors have. */
    String body(String region, Category topic) {
        StringBuilder text = new StringBuilder("我是").append(region).append("的居民,")
                .append(one(ROADS)).append(1 + random.nextInt(380)).append("号").append(one(PLACES))
                .append("存在").append(word(topic)).append("的情况,").append(one(SINCE)).append("。");
        int more = 1 + random.nextInt(6);
        for (int i = 0; i < more; i++) {
            text.append(i % 2 == 0 ? one(HARM) : one(ROADS) + "那边也有" + word(topic) + "," + one(SINCE) + "。");
        }
        return text.append(one(WISH)).toString();
    }

    String reply(Category topic) {
        StringBuilder text = new StringBuilder("您好,您反映的").append(word(topic)).append("问题收悉。");
        int sentences = 3 + random.nextInt(5);
        for (int i = 0; i < sentences; i++) {
            text.append(one(STEPS));
        }
        return text.append("感谢您对我们工作的监督和支持!").toString();
    }

    String note() {
        return random.nextInt(3) == 0 ? null : one(List.of("请按时限办理并回复群众。", "请现场核实后处理。", "涉及安全,请优先处置。"));
    }

    String contact() {
        return "已电话联系," + one(List.of("约定明天上午到现场。", "群众补充了具体位置。", "告知了办理流程和时限。", "无人接听,已发短信。"));
    }

    private String word(Category topic) {
        return topic.keywords().isEmpty() ? topic.name() : one(topic.keywords());
    }
}
