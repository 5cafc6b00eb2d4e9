package cn.shiyu.region;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.tenancy.TestCities;
import org.junit.jupiter.api.Test;

class RegionTreeTest {

    private final RegionTree jieshou = RegionTrees.of(TestCities.jieshou());
    private final RegionTree liaocheng = RegionTrees.of(TestCities.liaocheng());

    @Test
    void readsBothCitiesWhole() {
        assertThat(jieshou.ofLevel(RegionLevel.TOWNSHIP)).hasSize(18);
        assertThat(jieshou.ofLevel(RegionLevel.VILLAGE)).hasSize(159);
        assertThat(liaocheng.ofLevel(RegionLevel.COUNTY)).hasSize(8);
        assertThat(liaocheng.ofLevel(RegionLevel.TOWNSHIP)).hasSize(136);
        assertThat(liaocheng.ofLevel(RegionLevel.VILLAGE)).hasSize(2461);
    }

    @Test
    void aCountyLevelCityIsItsOwnRoot() {
        assertThat(jieshou.root().level()).isEqualTo(RegionLevel.COUNTY);
        assertThat(jieshou.children(jieshou.root().code())).hasSize(18);
        assertThat(liaocheng.root().level()).isEqualTo(RegionLevel.CITY);
    }

    @Test
    void namesAPlaceByItsPathBelowTheCity() {
        assertThat(jieshou.find("341282001001")).map(Region::fullName).contains("东城街道 · 东顺河社区");
        assertThat(liaocheng.find("371502001003")).map(Region::fullName).contains("东昌府区 · 古楼街道 · 文轩社区居委会");
        assertThat(jieshou.root().fullName()).isEqualTo("界首市");
    }

    @Test
    void walksFromTheRootDownToThePlace() {
        assertThat(liaocheng.path("371502001003"))
                .extracting(Region::name)
                .containsExactly("聊城市", "东昌府区", "古楼街道", "文轩社区居委会");
        assertThat(liaocheng.path("341282001001")).isEmpty();
    }

    @Test
    void aPlaceLiesWithinItselfAndEverythingAboveIt() {
        for (Region region : liaocheng.all()) {
            assertThat(liaocheng.path(region.code()))
                    .allMatch(above -> liaocheng.isWithin(region.code(), above.code()));
        }
        assertThat(liaocheng.isWithin("371502001003", "371503000000")).isFalse();
        assertThat(liaocheng.isWithin("341282001001", "371500000000")).isFalse();
    }

    @Test
    void knowsNothingOfTheOtherCity() {
        assertThat(jieshou.find("371502001003")).isEmpty();
        assertThat(jieshou.find(null)).isEmpty();
    }

    @Test
    void everyTownshipHasAPlaceOnTheMap() {
        assertThat(jieshou.ofLevel(RegionLevel.TOWNSHIP)).allMatch(region -> region.lng() != null);
        assertThat(liaocheng.ofLevel(RegionLevel.TOWNSHIP)).allMatch(region -> region.lng() != null);
    }
}
