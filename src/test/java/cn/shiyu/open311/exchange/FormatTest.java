package cn.shiyu.open311.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "/open311/v2/services.json | text/xml | JSON",
                "/open311/v2/services.xml | application/json | XML",
                "/open311/v2/services | none | JSON",
                "/open311/v2/services | */* | JSON",
                "/open311/v2/services | text/xml | XML",
                "/open311/v2/services | application/xml | XML",
                "/open311/v2/services | application/json, text/xml;q=0.9 | JSON",
                "/open311/v2/services | application/json;q=0.2, text/xml;q=0.9 | XML",
                "/open311/v2/services | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | XML",
                "/open311/v2/services | text/xml;q=a | JSON",
                "/open311/v2/services/urban.streetlight | none | JSON",
            })
    void theEndingDecidesThenWhatIsAccepted(String path, String accept, Format expected) {
        assertThat(Format.of(path, accept)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "urban.streetlight.json,urban.streetlight",
        "urban.streetlight.xml,urban.streetlight",
        "urban.streetlight,urban.streetlight"
    })
    void theEndingBelongsToNoCode(String last, String code) {
        assertThat(Format.bare(last)).isEqualTo(code);
    }
}
