package cn.shiyu.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database holds of a city after the start. */
@QuarkusTest
class OnboardingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Onboarding onboarding;

    @Inject
    CityDirectory cities;

    @Test
    void theStartWritesEveryDivisionAndUnitOfBothCities() throws SQLException {
        assertThat(of("jieshou", "select count(*) from region where listed")).containsExactly("178");
        assertThat(of("jieshou", "select name from unit where code = 'T341282100000'"))
                .containsExactly("光武镇人民政府");
        assertThat(of("liaocheng", "select count(*) from region where listed and level = 'VILLAGE'"))
                .containsExactly("2461");
    }

    @Test
    void neitherCityHasTheOthersRows() throws SQLException {
        assertThat(of("jieshou", "select code from region where code like '3715%'"))
                .isEmpty();
        assertThat(of("liaocheng", "select code from unit where code = 'D-hightech-zone'"))
                .isEmpty();
    }

    @Test
    void anUnchangedFileIsNotWrittenAgain() throws SQLException {
        assertThat(broughtOnBoard("jieshou")).isFalse();
    }

    @Test
    void aFileThatChangedIsWrittenAndWhatLeftItStaysUnlisted() throws SQLException {
        in("jieshou", "update onboarding set digest = 'older'");
        in(
                "jieshou",
                "insert into region values ('jieshou', '341282001999', '341282001000', 'VILLAGE', '旧村', '东城街道 · 旧村',"
                        + " null, null, true)");
        assertThat(broughtOnBoard("jieshou")).isTrue();
        assertThat(of("jieshou", "select code from region where not listed")).containsExactly("341282001999");
    }

    private boolean broughtOnBoard(String city) {
        return onboarding.bringOnBoard(cities.byId(new TenantId(city))).await().atMost(PATIENCE);
    }

    private static void in(String city, String statement) throws SQLException {
        try (Connection connection = Databases.asApplicationIn(city)) {
            connection.createStatement().executeUpdate(statement);
        }
    }

    private static List<String> of(String city, String query) throws SQLException {
        try (Connection connection = Databases.asApplicationIn(city)) {
            return Databases.column(connection, query);
        }
    }
}
