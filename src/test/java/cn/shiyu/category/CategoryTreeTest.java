package cn.shiyu.category;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.tenancy.TestCities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTreeTest {

    private final CategoryTree jieshou = CategoryTrees.of(TestCities.jieshou());
    private final CategoryTree liaocheng = CategoryTrees.of(TestCities.liaocheng());

    @Test
    void readsThreeLevelsAndNamesThePath() {
        assertThat(jieshou.roots()).hasSize(19);
        assertThat(jieshou.pathName("order.waste.construction")).isEqualTo("市容秩序 · 垃圾与保洁 · 建筑垃圾与渣土");
        assertThat(jieshou.isLeaf("order.waste")).isFalse();
        assertThat(jieshou.isLeaf("order.waste.construction")).isTrue();
        assertThat(jieshou.isLeaf("no.such")).isFalse();
    }

    @Test
    void eachCityHasTopicsOfItsOwn() {
        assertThat(liaocheng.find("utility.heating")).isPresent();
        assertThat(jieshou.find("utility.heating")).isEmpty();
        assertThat(jieshou.find("environment.recycling")).isPresent();
        assertThat(liaocheng.find("environment.recycling")).isEmpty();
    }

    @Test
    void dangerStartsWithAHigherGrade() {
        assertThat(jieshou.find("urban.manhole")).map(Category::defaultGrade).contains("URGENT");
        assertThat(jieshou.find("safety.collapse")).map(Category::defaultGrade).contains("CRITICAL");
        assertThat(jieshou.find("urban.greening")).map(Category::defaultGrade).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "小区门口的窨井盖丢了两天没人管, urban.manhole",
        "老板拖欠工资三个月 农民工工资一直不发, labour.wages",
        "家里暖气不热 温度不达标, utility.heating",
        "楼下广场舞音响声音太大, noise.social.square",
        "消防通道被堵塞 楼道堆物, safety.fire",
        "孩子入学学区怎么划片, education.enrolment"
    })
    void suggestsFirstWhatThePlainWordsSay(String text, String code) {
        assertThat(liaocheng.suggest(text)).first().extracting(Category::code).isEqualTo(code);
    }

    @Test
    void suggestsNothingRatherThanAnything() {
        assertThat(jieshou.suggest("今天天气真好")).isEmpty();
        assertThat(jieshou.suggest("")).isEmpty();
        assertThat(jieshou.suggest(null)).isEmpty();
    }

    @Test
    void suggestsAtMostFiveLeaves() {
        assertThat(jieshou.suggest("物业 停水 停电 燃气 噪音 垃圾 狗 违停 公交 工资"))
                .hasSize(5)
                .allMatch(topic -> jieshou.isLeaf(topic.code()));
    }
}
