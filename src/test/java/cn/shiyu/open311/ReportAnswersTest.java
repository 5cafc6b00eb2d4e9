package cn.shiyu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.casework.CaseOrigin.Answer;
import cn.shiyu.open311.ServiceAttribute.Datatype;
import cn.shiyu.open311.ServiceAttribute.Value;
import cn.shiyu.platform.problem.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportAnswersTest {

    private static final List<Value> HOURS = List.of(new Value("day", "白天"), new Value("night", "夜里"));

    @Test
    void putsAnswersIntoWordsInTheOrderSent() {
        ReportAnswers answers = ReportAnswers.of(
                service(asked("when", Datatype.multivaluelist, HOURS), asked("pole", Datatype.string, List.of())),
                Map.of("when", List.of("night", "day")));
        assertThat(answers.faults()).isEmpty();
        assertThat(answers.own()).containsExactly(new Answer("when?", "夜里、白天"));
    }

    @ParameterizedTest
    @CsvSource({
        "number,12.5,true",
        "number,十二,false",
        "number,1e5,true",
        "datetime,2026-11-23T08:00:00+08:00,true",
        "datetime,2026-11-23,true",
        "datetime,昨天,false",
        "singlevaluelist,day,true",
        "singlevaluelist,noon,false",
        "multivaluelist,noon,false",
        "string,灯杆 7,true"
    })
    void everyDatatypeIsChecked(Datatype datatype, String sent, boolean fine) {
        List<Value> values = datatype.isList() ? HOURS : List.of();
        ReportAnswers answers = ReportAnswers.of(service(asked("q", datatype, values)), Map.of("q", List.of(sent)));
        assertThat(answers.faults().isEmpty()).isEqualTo(fine);
    }

    @Test
    void namesWhatIsMissingUnknownTooManyOrTooLong() {
        ServiceAttribute needed = new ServiceAttribute("pole", Datatype.string, true, true, "灯杆编号", "", List.of());
        ServiceAttribute read = new ServiceAttribute("note", Datatype.string, false, false, "请注意安全", "", List.of());
        ReportAnswers answers = ReportAnswers.of(
                service(
                        needed,
                        read,
                        asked("when", Datatype.singlevaluelist, HOURS),
                        asked("what", Datatype.string, List.of())),
                Map.of(
                        "when", List.of("day", "night"),
                        "colour", List.of("red"),
                        "note", List.of("x"),
                        "what", List.of("长".repeat(201))));
        assertThat(answers.faults())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "attribute[pole]",
                        "attribute[when]",
                        "attribute[colour]",
                        "attribute[note]",
                        "attribute[what]");
    }

    private static ServiceAttribute asked(String code, Datatype datatype, List<Value> values) {
        return new ServiceAttribute(code, datatype, true, false, code + "?", null, values);
    }

    private static Service service(ServiceAttribute... attributes) {
        return new Service("urban.streetlight", "路灯照明", "", "", List.of(), List.of(attributes));
    }
}
