package cn.shiyu.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreferenceTest {

    @Test
    void givesBrowsersAPage() {
        assertThat(Preference.isPage("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", null))
                .isTrue();
        assertThat(Preference.isPage("*/*", "true")).isTrue();
    }

    @Test
    void givesProgramsAProblem() {
        assertThat(Preference.isPage(null, null)).isFalse();
        assertThat(Preference.isPage("*/*", null)).isFalse();
        assertThat(Preference.isPage("application/json", null)).isFalse();
        assertThat(Preference.isPage("application/json, text/html;q=0.5", null)).isFalse();
        assertThat(Preference.isPage("text/html;q=x", null)).isFalse();
    }
}
