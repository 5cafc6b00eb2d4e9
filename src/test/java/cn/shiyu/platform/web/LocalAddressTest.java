package cn.shiyu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

    @Test
    void goesBackToOurOwnPages() {
        assertThat(LocalAddress.of("/cases?page=2")).hasToString("/cases?page=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://evil.example", "//evil.example", "/\\evil.example", "cases", "/a b", "javascript:x"})
    void leadsNobodyElsewhere(String asked) {
        assertThat(LocalAddress.of(asked)).hasToString("/");
    }

    @Test
    void leadsHomeWithoutAnAddress() {
        assertThat(LocalAddress.of(null)).hasToString("/");
    }
}
