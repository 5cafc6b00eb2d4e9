package cn.shiyu.counselling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.tenancy.TestCities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import java.util.List;

/** Words that show danger, and words that only sound like it. The browser is held to the same sentences by CounsellingStoryIT. */
class DangerTest {

    static final List<String> DANGER = List.of(
            "我不想活了",
            "想自杀",
            "有人要打死我",
            "累死了,真的不想活了",
            "活着没意思,每天都一样",
            "活着也没什么意义",
            "我想 死",
            "我 想·死。",
            "要是死了就好了",
            "一了百了算了",
            "结束自己的生命",
            "昨晚写好了遗书",
            "我在天台上,准备跳楼",
            "吃了一瓶安眠药睡过去",
            "我又割腕了",
            "忍不住用刀划手臂",
            "老公喝醉了天天打我",
            "他说要杀了我",
            "爸爸拿刀追着我跑",
            "把我关起来不让我出门",
            "被继父猥亵了好几年",
            "我想杀了他",
            "大不了同归于尽",
            "撑不下去了",
            "ＺＩＳＨＡ没写,但是我想紫砂",
            "I want to die",
            "感觉自残能好受一点");

    static final List<String> HARMLESS = List.of(
            "累死了",
            "笑死我了",
            "这破路真要命",
            "今天热死了,烦死了",
            "想死你了,好久不见",
            "饿死我了,中午吃什么",
            "打死我也不去那家医院",
            "打死都不承认",
            "电脑又死机了",
            "走进了死胡同",
            "跳楼价大甩卖",
            "跳楼机好玩吗",
            "不想活动,只想躺着",
            "冷得要死",
            "想不开店了,太累",
            "来自伤心的人",
            "独自伤感",
            "工作压力大,睡不好",
            "他又在打我电话",
            "孩子不听话,天天玩手机",
            "气死我了,邻居太吵",
            "想死心又不甘心",
            "这日子真没劲",
            "");

    static List<String> danger() {
        return DANGER;
    }

    static List<String> harmless() {
        return HARMLESS;
    }

    private final Danger words = Danger.of(TestCities.jieshou());

    @ParameterizedTest
    @MethodSource("danger")
    void showsNumbersToWhoeverIsInDanger(String sentence) {
        assertThat(words.in(sentence)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void doesNotFrightenWhoeverOnlyTalksSo(String sentence) {
        assertThat(words.in(sentence)).isFalse();
    }
}
