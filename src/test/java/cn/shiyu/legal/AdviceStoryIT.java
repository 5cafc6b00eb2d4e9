package cn.shiyu.legal;

import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From looking for an advisor to rating what they said, by two people, each also on a phone. */
@QuarkusTest
class AdviceStoryIT {

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void aResidentFindsAsksReadsAndRatesAndAnAdvisorAnswersAndConcludes(int width) {
        String title = "邻居的树遮光 " + width;
        try (Person resident = new Person("jieshou", Hands.MOUSE, width);
                Person advisor = new Person("jieshou", Hands.MOUSE, width)) {
            resident.opens("/legal?township=341282001000&village=341282001001").finds("本村顾问").looks("legal-advisors");
            resident.opens("/legal?language=sign&field=nothing").finds("没有符合条件").looks("legal-none");
            resident.signsIn("resident1", "/legal/consultations")
                    .opens("/legal/consultations/new?advisor=advisor1&township=341282001000&village=341282001001")
                    .finds("由周明远律师解答").presses("text=提交咨询").looks("legal-ask-refused");
            resident.selects("#f-field", "neighbours").fills("#f-title", title).fills("#f-words", "树枝伸到我家，挡住了阳光。")
                    .presses("text=提交咨询").finds("待解答").looks("legal-asked");
            advisor.signsIn("advisor1", "/console/legal").finds(title).looks("legal-desk")
                    .presses("text=" + title).looks("legal-desk-one")
                    .fills("#f-words", "可以先请居委会调解，依据民法典相邻关系的规定。").presses("text=发出答复")
                    .chooses("outcome", "ADVISED").presses("form[action$=conclusion] button").finds("已解答").looks("legal-concluded");
            resident.opens("/legal/consultations").looks("legal-own").presses("text=" + title).finds("可以先请居委会调解");
            resident.chooses("level", "SATISFIED").presses("text=提交评价").looks("legal-rated");
        }
    }
}
