package cn.shiyu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageHeadersTest {

    @Test
    void allowsTheCitysTilesAndNothingElse() {
        assertThat(PageHeaders.origin("https://t{s}.tianditu.gov.cn/vec_w/wmts?x={x}&y={y}&l={z}"))
                .isEqualTo("https://*.tianditu.gov.cn");
        assertThat(PageHeaders.origin("http://tiles.jieshou.local:8088/{z}/{x}/{y}.png"))
                .isEqualTo("http://tiles.jieshou.local:8088");
    }
}
