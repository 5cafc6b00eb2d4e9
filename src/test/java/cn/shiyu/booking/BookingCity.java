package cn.shiyu.booking;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.Surface;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** People and places of a city, put into the database for one test. */
public final class BookingCity {

    static final TenantId JIESHOU = new TenantId("jieshou");
    static final TenantId LIAOCHENG = new TenantId("liaocheng");
    static final String UNIT = "C341282000000";

    private BookingCity() {}

    static Caller resident(TenantId city) {
        UUID id = UUID.randomUUID();
        run("insert into resident (tenant_id, resident_id, oidc_subject, created_at) values (?, ?, ?, now())",
                city.value(), id, "booking-" + id);
        return new Caller(city, ActorKind.RESIDENT, id.toString(), "居民", Set.of(), Surface.PORTAL);
    }

    static List<Caller> residents(TenantId city, int count) {
        return IntStream.range(0, count).mapToObj(i -> resident(city)).toList();
    }

    public static Caller staff(TenantId city, String unit) {
        return new Caller(
                city, ActorKind.STAFF, "clerk-" + unit, "窗口", Set.of(new Post(unit, Role.WINDOW_CLERK)), Surface.CONSOLE);
    }

    /** There every day of the week from 8 to 20. */
    static UUID advisor(TenantId city, int capacity) {
        return bookable(city, "LEGAL_ADVISOR", capacity, LocalTime.of(8, 0), LocalTime.of(20, 0));
    }

    public static UUID bookable(TenantId city, String kind, int capacity, LocalTime from, LocalTime to) {
        UUID id = UUID.randomUUID();
        run("insert into bookable (tenant_id, bookable_id, code, kind, name, unit_code, capacity) values (?, ?, ?, ?, ?, ?, ?)",
                city.value(), id, "t-" + id, kind, "某人", UNIT, capacity);
        for (int day = 1; day <= 7; day++) {
            run("insert into rota_pattern (tenant_id, bookable_id, pattern_id, weekday, from_time, to_time, on_holidays)"
                    + " values (?, ?, ?, ?, cast(? as time), cast(? as time), true)",
                    city.value(), id, UUID.randomUUID(), day, from.toString(), to.toString());
        }
        return id;
    }

    public static int run(String sql, Object... values) {
        try (Connection superuser = Databases.asSuperuser();
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<String> ask(String sql, Object... values) {
        try (Connection superuser = Databases.asSuperuser()) {
            return Databases.column(superuser, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
