package cn.shiyu.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CityDirectoryTest {

    @Test
    void findsACityByItsHostWithOrWithoutAPort() {
        CityDirectory directory = TestCities.directory(TestCities.jieshou(), TestCities.liaocheng());
        assertThat(directory.byHost("Jieshou.localhost:8080")).map(City::name).contains("界首市");
        assertThat(directory.byHost("elsewhere.localhost")).isEmpty();
    }

    @Test
    void refusesTwoCitiesOnOneHostAndNamesBothFiles() {
        City thief =
                TestCities.written(TestCities.textOf("liaocheng").replace("liaocheng.localhost", "jieshou.localhost"));
        assertThatThrownBy(() -> TestCities.directory(TestCities.jieshou(), thief))
                .hasMessageContaining("jieshou.localhost")
                .hasMessageContaining("jieshou.yaml")
                .hasMessageContaining("liaocheng.yaml");
    }
}
