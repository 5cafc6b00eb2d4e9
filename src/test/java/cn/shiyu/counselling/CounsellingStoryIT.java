package cn.shiyu.counselling;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Browser;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the promise to the deletion, by two people, on a wide window and on a phone, and with the keyboard alone. */
@QuarkusTest
class CounsellingStoryIT {

    @ParameterizedTest
    @CsvSource({"1280,MOUSE", "360,MOUSE", "1280,KEYBOARD"})
    void twoPeopleWriteToEachOtherAndOneOfThemDeletesItAll(int width, Hands hands) {
        String alias = "窗边的人" + width + hands.name().charAt(0);
        try (Person resident = new Person("jieshou", hands, width); Person counsellor = new Person("jieshou", hands, width)) {
            resident.opens("/counselling").finds("只有您和您选的那位咨询师看得到").finds("12356").looks("counselling-promise");
            resident.opens("/counselling?language=sign&field=family").finds("没有符合条件").looks("counselling-none");
            resident.signsIn("resident1", "/counselling/threads/new?counsellor=counsellor1")
                    .presses("button:has-text('寄出')").finds("请写下想说的话").looks("counselling-refused")
                    .fills("#f-alias", alias).selects("#f-field", "grief").fills("#f-words", "外婆走了以后，家里一下子空了。");
            assertThat(resident.all("[data-crisis-notice]:visible").count()).isZero();
            resident.presses("button:has-text('寄出')").finds("等回信").looks("counselling-sent");
            counsellor.signsIn("counsellor1", "/console/counselling").finds(alias).looks("counselling-desk")
                    .presses("h3 a:has-text('" + alias + "')").looks("counselling-desk-one")
                    .fills("#f-words", "谢谢您写信来。想多说说外婆吗？").presses("button:has-text('寄出回信')").looks("counselling-answered");
            resident.opens("/notices").finds("您有一条新的消息").looks("counselling-notice")
                    .opens("/inbox").presses("h3 a").finds("想多说说外婆吗").fills("#f-words", "有时候我不想活了");
            resident.all("[data-crisis-notice]:visible").waitFor();
            resident.looks("counselling-crisis-typing").presses("button:has-text('寄出')").finds("您现在还好吗").finds("有时候我不想活了")
                    .looks("counselling-crisis-sent");
            counsellor.opens("/console/counselling").finds("请先看").looks("counselling-desk-urgent").presses("h3 a:has-text('" + alias + "')")
                    .finds("不可以").looks("counselling-desk-urgent-one").selects("#f-counsellor", "counsellor2").presses("button:has-text('请对方决定')");
            resident.opens("/counselling/threads").presses("h3 a").finds("建议由葛明远").looks("counselling-offer");
            resident.all("details[data-confirm] summary:has-text('删除全部书信')").first().click();
            resident.looks("counselling-delete").presses("button:has-text('确认删除')").finds("我的书信咨询").looks("counselling-deleted");
        }
    }

    /** The browser decides while one types as the server does afterwards. */
    @Test
    void theBrowserAndTheServerFindTheSameWords() {
        List<String> sentences = Stream.concat(DangerTest.DANGER.stream(), DangerTest.HARMLESS.stream()).toList();
        Page page = Browser.in("jieshou");
        try {
            page.navigate("/counselling");
            Object found = page.evaluate(
                    """
                    async ({sentences}) => {
                      const address = [...document.scripts].map(one => one.src).find(src => src.includes('js/crisis.js'));
                      const {finder} = await import(address);
                      const inDanger = finder(await (await fetch('/counselling/danger.json')).json());
                      return sentences.filter(inDanger);
                    }""",
                    Map.of("sentences", sentences));
            assertThat(found).isEqualTo(DangerTest.DANGER);
        } finally {
            page.context().close();
        }
    }

    /** Nothing typed is kept in the browser. */
    @Test
    void leavesNothingInTheBrowser() {
        Page page = Browser.in("jieshou", "resident2", "/counselling/threads/new?counsellor=counsellor1");
        try {
            page.fill("#f-words", "这台电脑是大家一起用的");
            page.navigate("/counselling");
            assertThat(page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)").toString())
                    .doesNotContain("大家一起用");
        } finally {
            page.context().close();
        }
    }

    @Test
    void theSupervisorsPageHoldsUpToo() {
        try (Person supervisor = new Person("jieshou", Hands.MOUSE, 360)) {
            supervisor.signsIn("supervisor1", "/console/counselling/figures").finds("少于 5 人").looks("counselling-figures");
        }
    }
}
