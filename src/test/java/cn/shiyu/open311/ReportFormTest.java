package cn.shiyu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.platform.problem.FieldError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportFormTest {

    @Test
    void readsParametersAndAttributesWithOneOrManyAnswers() {
        ReportForm form = ReportForm.of(Map.of(
                "lat", List.of(" 33.257 "),
                "long", List.of(""),
                "attribute[kind]", List.of("REQUEST"),
                "attribute[when][]", List.of("day", "night")));
        assertThat(form.value("lat")).contains("33.257");
        assertThat(form.has("long")).isFalse();
        assertThat(form.attributes())
                .containsEntry("kind", List.of("REQUEST"))
                .containsEntry("when", List.of("day", "night"));
        assertThat(form.faults()).isEmpty();
    }

    @Test
    void namesWhatItDoesNotKnowWhatCameTwiceAndWhatCannotBeRead() {
        ReportForm form = ReportForm.of(Map.of(
                "colour", List.of("red"),
                "empty_thing", List.of(" "),
                "lat", List.of("1", "2"),
                "attribute[a", List.of("x"),
                "description", List.of("a\0b")));
        assertThat(form.faults())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("colour", "lat", "attribute[a", "description");
        assertThat(form.faults()).extracting(FieldError::message).allSatisfy(words -> assertThat(words)
                .containsPattern("\\p{IsHan}"));
    }
}
