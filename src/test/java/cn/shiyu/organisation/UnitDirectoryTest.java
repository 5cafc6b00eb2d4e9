package cn.shiyu.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.identity.Role;
import cn.shiyu.identity.StaffMember;
import cn.shiyu.tenancy.TestCities;
import org.junit.jupiter.api.Test;

class UnitDirectoryTest {

    private static final String ANCIENT_TOWER = "371502001000";
    private static final String VILLAGE_OF_IT = "371502001003";
    private static final String CITY_CENTRE = "C371500000000";

    private final UnitDirectory jieshou = UnitDirectories.of(TestCities.jieshou());
    private final UnitDirectory liaocheng = UnitDirectories.of(TestCities.liaocheng());

    @Test
    void everyDivisionHasACentreAndEveryTownshipAGovernment() {
        assertThat(jieshou.all())
                .filteredOn(unit -> unit.kind() == UnitKind.CENTRE)
                .hasSize(178);
        assertThat(jieshou.territorials()).hasSize(18);
        assertThat(jieshou.find("C341282000000")).map(Unit::name).contains("界首市综治中心");
        assertThat(jieshou.find("T341282001000")).map(Unit::name).contains("东城街道办事处");
    }

    @Test
    void everyUnitButTheCitysCentreStandsBelowOneThatExists() {
        assertThat(liaocheng.all())
                .filteredOn(unit -> liaocheng.centreAbove(unit.code()).isEmpty())
                .extracting(Unit::code)
                .containsExactly(CITY_CENTRE);
    }

    @Test
    void centresClimbFromVillageToCity() {
        assertThat(above(liaocheng.centreOf(VILLAGE_OF_IT).code())).isEqualTo("C" + ANCIENT_TOWER);
        assertThat(above("C" + ANCIENT_TOWER)).isEqualTo("C371502000000");
        assertThat(above("C371502000000")).isEqualTo(CITY_CENTRE);
    }

    @Test
    void aDepartmentStandsBelowTheCentreOfItsOwnRegion() {
        assertThat(above("D-urban-management")).isEqualTo(CITY_CENTRE);
        assertThat(above("D-dcf-housing")).isEqualTo("C371502000000");
        assertThat(above("T" + ANCIENT_TOWER)).isEqualTo("C" + ANCIENT_TOWER);
    }

    private String above(String unit) {
        return liaocheng.centreAbove(unit).orElseThrow().code();
    }

    @Test
    void anEmptyPostClimbsToTheNextOccupiedOne() {
        assertThat(liaocheng
                        .nextOccupiedCentre("C" + VILLAGE_OF_IT, Role.DISPATCHER)
                        .code())
                .isEqualTo("C" + ANCIENT_TOWER);
        assertThat(liaocheng
                        .nextOccupiedCentre("C371502003000", Role.DISPATCHER)
                        .code())
                .isEqualTo("C371502000000");
        assertThat(liaocheng
                        .nextOccupiedCentre("C371503001000", Role.DISPATCHER)
                        .code())
                .isEqualTo(CITY_CENTRE);
    }

    @Test
    void theClimbEndsAtTheCityEvenIfNobodyIsThere() {
        assertThat(liaocheng
                        .nextOccupiedCentre("C" + VILLAGE_OF_IT, Role.GRID_WORKER)
                        .code())
                .isEqualTo("C" + VILLAGE_OF_IT);
        assertThat(liaocheng
                        .nextOccupiedCentre("C371503001000", Role.GRID_WORKER)
                        .code())
                .isEqualTo(CITY_CENTRE);
    }

    @Test
    void aVillagesGovernmentIsThatOfItsTownship() {
        assertThat(liaocheng.territorialOf(VILLAGE_OF_IT)).map(Unit::code).contains("T" + ANCIENT_TOWER);
        assertThat(liaocheng.territorialOf("371502000000")).isEmpty();
    }

    @Test
    void everyDepartmentHasALiaisonAndAHandler() {
        for (UnitDirectory city : new UnitDirectory[] {jieshou, liaocheng}) {
            assertThat(city.departments())
                    .allMatch(unit -> city.liaisonOf(unit.code()).isPresent());
            assertThat(city.handling()).containsAll(city.departments()).doesNotContain(city.centreOf(rootOf(city)));
        }
        assertThat(jieshou.liaisonOf("T341282001000")).map(StaffMember::login).contains("dc-handler1");
    }

    private static String rootOf(UnitDirectory city) {
        return city.all().iterator().next().regionCode();
    }

    @Test
    void onlyUnitsWhereSomebodyHandlesCanBeSentAnything() {
        assertThat(liaocheng.handling())
                .extracting(Unit::code)
                .contains("T" + ANCIENT_TOWER)
                .doesNotContain("T371502003000");
    }

    @Test
    void listsWhoWorksAtAUnit() {
        assertThat(jieshou.staffOf("D-urban-management"))
                .extracting(StaffMember::login)
                .containsExactly("cg-liaison1", "cg-handler1", "cg-handler2");
    }

    @Test
    void oneCitysUnitsAreForeignToTheOther() {
        assertThat(jieshou.find("D-heating")).isEmpty();
        assertThat(liaocheng.find("D-hightech-zone")).isEmpty();
        assertThatThrownBy(() -> jieshou.centreOf(ANCIENT_TOWER)).hasMessageContaining(ANCIENT_TOWER);
    }
}
