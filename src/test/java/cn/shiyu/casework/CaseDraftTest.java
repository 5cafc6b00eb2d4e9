package cn.shiyu.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseDraftTest {

    @ParameterizedTest
    @ValueSource(strings = {"abc", "115,3", "1e", "１１５。３"})
    void keepsWhatIsNoNumberSoThatItCanBeRefused(String typed) {
        Submission submission = draft(typed, "33.2").submission();
        assertThat(submission.lng()).isNaN();
        assertThat(submission.lat()).isEqualTo(33.2);
    }

    @Test
    void hasNoPointWhereNoneWasChosen() {
        assertThat(draft("", " ").submission().lng()).isNull();
        assertThat(CaseDraft.begin().submission().lat()).isNull();
    }

    private static CaseDraft draft(String lng, String lat) {
        return CaseDraft.begin().with(Map.of("lng", List.of(lng), "lat", List.of(lat)));
    }
}
