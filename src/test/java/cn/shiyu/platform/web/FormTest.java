package cn.shiyu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.platform.problem.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void keepsWhatWasTypedWhenItIsRefused() {
        Form form = Form.of(Map.of("words", List.of("路灯坏了"), "units", List.of("a", "b")))
                .refused(Refusal.badInput("phone", "手机号码应是 11 位数字"));
        assertThat(form.value("words")).isEqualTo("路灯坏了");
        assertThat(form.has("units", "b")).isTrue();
        assertThat(form.error("phone")).isEqualTo("手机号码应是 11 位数字");
        assertThat(form.error("words")).isNull();
        assertThat(form.failed()).isTrue();
    }

    @Test
    void saysARefusalOfNoFieldForTheWholeForm() {
        Form form = Form.empty().refused(new Refusal(409, "stale", "内容已经有了变化"));
        assertThat(form.errors()).singleElement().satisfies(error -> assertThat(error.field()).isEmpty());
    }

    @Test
    void clearsAFieldWithNull() {
        assertThat(Form.empty().with("lng", 115.3).with("lng", null).value("lng")).isEmpty();
    }
}
