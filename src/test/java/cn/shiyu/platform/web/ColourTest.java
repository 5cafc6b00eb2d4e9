package cn.shiyu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever colour a city chooses, text on its pages can be read. */
class ColourTest {

    @Test
    void reckonsContrastAsWcagDoes() {
        assertThat(Colour.WHITE.contrast(new Colour(0, 0, 0))).isEqualTo(21.0);
        assertThat(Colour.of("#767676").contrast(Colour.WHITE)).isBetween(4.5, 4.6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0b5cad", "#0f766e", "#b3261e", "#f2a900", "#ffff00", "#ffffff", "#000000", "#7f7f7f"})
    void keepsTextReadableInEveryTheme(String primary) {
        String sheet = new Theme(primary, null, "", "", "").sheet();
        assertThat(colour(sheet, "on-primary").contrast(colour(sheet, "primary"))).isGreaterThanOrEqualTo(4.5);
        assertThat(colour(sheet, "on-primary").contrast(colour(sheet, "primary-strong"))).isGreaterThanOrEqualTo(4.5);
        assertThat(colour(sheet, "link").contrast(Colour.WHITE)).isGreaterThanOrEqualTo(4.5);
        assertThat(colour(sheet, "link").contrast(colour(sheet, "primary-soft"))).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void refusesWhatIsNoColour() {
        assertThatThrownBy(() -> Colour.of("red;}")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Colour colour(String sheet, String name) {
        Matcher matcher = Pattern.compile("--city-" + name + ": (#\\w{6});").matcher(sheet);
        assertThat(matcher.find()).isTrue();
        return Colour.of(matcher.group(1));
    }
}
