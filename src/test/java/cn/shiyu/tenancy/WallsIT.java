package cn.shiyu.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.support.Ask;
import cn.shiyu.support.Databases;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What PostgreSQL itself refuses, whatever the application might get wrong. */
@QuarkusTest
class WallsIT {

    private static final String TABLES =
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
                    + " and relname <> 'flyway_schema_history' and not relispartition";

    @Test
    void everyTableHasAForcedWall() throws SQLException {
        assertThat(asked(TABLES)).isNotEmpty();
        assertThat(asked(TABLES + " and not (relrowsecurity and relforcerowsecurity)"))
                .isEmpty();
    }

    @Test
    void everyTableStartsWithTheTenant() throws SQLException {
        assertThat(asked(TABLES + " and not exists (select 1 from pg_attribute a where a.attrelid = pg_class.oid"
                        + " and a.attnum = 1 and a.attname = 'tenant_id' and a.attnotnull)"))
                .isEmpty();
    }

    @Test
    void theApplicationOwnsNothingAndCannotPassTheWall() throws SQLException {
        assertThat(asked("select relname from pg_class where relowner = 'shiyu_app'::regrole"))
                .isEmpty();
        assertThat(asked("select rolname from pg_roles where rolname in ('shiyu_app', 'shiyu_owner')"
                        + " and (rolsuper or rolbypassrls or rolcreaterole)"))
                .isEmpty();
    }

    @Test
    void withoutACityNoTableShowsARow() throws SQLException {
        Ask.in("jieshou", "resident1").get("/test/who").then().statusCode(200);
        try (Connection application = Databases.asApplication()) {
            assertThat(Databases.column(application, "select resident_id::text from resident"))
                    .isEmpty();
        }
    }

    @Test
    void oneCityDoesNotSeeAnothersRows() throws SQLException {
        String resident = Ask.in("jieshou", "resident1").get("/test/who").path("id");
        String sql = "select resident_id::text from resident where resident_id = ?::uuid";
        try (Connection jieshou = Databases.asApplicationIn("jieshou");
                Connection liaocheng = Databases.asApplicationIn("liaocheng")) {
            assertThat(Databases.column(jieshou, sql, resident)).containsExactly(resident);
            assertThat(Databases.column(liaocheng, sql, resident)).isEmpty();
        }
    }

    @Test
    void aForgedRowIsRefused() throws SQLException {
        try (Connection liaocheng = Databases.asApplicationIn("liaocheng");
                var insert = liaocheng.createStatement()) {
            assertThatThrownBy(() ->
                            insert.execute("insert into resident (tenant_id, resident_id, oidc_subject, created_at)"
                                    + " values ('jieshou', gen_random_uuid(), 'forged', now())"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    private static List<String> asked(String sql) throws SQLException {
        try (Connection superuser = Databases.asSuperuser()) {
            return Databases.column(superuser, sql);
        }
    }
}
