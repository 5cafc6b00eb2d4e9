package cn.shiyu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Browser;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each city's front page, large and on a phone. */
@QuarkusTest
class HomeIT {

    @ParameterizedTest
    @CsvSource({"jieshou,界首,1280", "jieshou,界首,360", "liaocheng,聊城,1280", "liaocheng,聊城,360"})
    void greetsInTheNameOfItsCity(String city, String name, int width) {
        Page page = Browser.in(city, width, 800);
        assertThat(page.navigate("/").status()).isEqualTo(200);
        Browser.picture(page, "home-" + city + "-" + width);
        assertThat(page.title()).contains(name);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        page.context().close();
    }
}
