package cn.shiyu.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNamesTest {

    @ParameterizedTest
    @CsvSource({
        "东顺河社区, 东顺河社区",
        "方楼社区居委会, 方楼社区",
        "光岳社区居民委员会, 光岳社区",
        "民族居委会, 民族社区",
        "李庙王村委会, 李庙王村",
        "河西新村村民委员会, 河西新村",
        "古楼街道办事处, 古楼街道",
        "光武镇, 光武镇"
    })
    void callsAPlaceAsPeopleDo(String listed, String place) {
        assertThat(UnitNames.place(listed)).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"东城街道, 东城街道办事处", "光武镇, 光武镇人民政府", "邴集乡, 邴集乡人民政府", "香江光彩大市场服务中心, 香江光彩大市场服务中心"})
    void namesTheGovernmentOfATownship(String township, String government) {
        assertThat(UnitNames.government(township)).isEqualTo(government);
    }
}
