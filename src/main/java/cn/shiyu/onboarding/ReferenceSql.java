package cn.shiyu.onboarding;

import cn.shiyu.organisation.Unit;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.region.Region;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;

/** Writes one city's rows of reference within the transaction at hand. What has left the file stays, no longer listed. */
final class ReferenceSql {

    // The row is also the lock: of several instances that start together one writes, the others find it done.
    private static final String ENTER =
            "insert into onboarding (tenant_id, digest, at) values ($1, '', $2) on conflict (tenant_id) do nothing";
    private static final String LOCK = "select digest from onboarding where tenant_id = $1 for update";
    private static final String DONE = "update onboarding set digest = $2, at = $3 where tenant_id = $1";

    private static final String REGION = """
        insert into region (tenant_id, code, parent, level, name, full_name, lng, lat, listed)
        values ($1, $2, $3, $4, $5, $6, $7, $8, true)
        on conflict (tenant_id, code) do update set parent = excluded.parent, level = excluded.level,
          name = excluded.name, full_name = excluded.full_name, lng = excluded.lng, lat = excluded.lat, listed = true\
        """;

    private static final String UNIT = """
        insert into unit (tenant_id, code, kind, name, region_code, parent_code, listed)
        values ($1, $2, $3, $4, $5, $6, true)
        on conflict (tenant_id, code) do update set kind = excluded.kind, name = excluded.name,
          region_code = excluded.region_code, parent_code = excluded.parent_code, listed = true\
        """;

    private final String tenant;
    private final Statements statements;

    ReferenceSql(TenantId tenant, SqlConnection connection) {
        this.tenant = tenant.value();
        this.statements = Statements.on(connection);
    }

    /** @return false when these rows are there already */
    Uni<Boolean> write(ReferenceRows rows, Instant at) {
        String digest = rows.digest();
        return statements
                .update(ENTER, tenant, at)
                .chain(() -> statements.first(LOCK, tenant))
                .map(line -> line.map(found -> found.text(0)).orElse(""))
                .chain(known -> known.equals(digest)
                        ? Uni.createFrom().item(false)
                        : replace(rows)
                                .chain(() -> statements.update(DONE, tenant, digest, at))
                                .replaceWith(true));
    }

    private Uni<Void> replace(ReferenceRows rows) {
        return statements
                .update("update region set listed = false where tenant_id = $1", tenant)
                .chain(() -> statements.update("update unit set listed = false where tenant_id = $1", tenant))
                .chain(() -> statements.batch(
                        REGION, rows.regions().stream().map(this::row).toList()))
                .chain(() -> statements.batch(
                        UNIT, rows.units().stream().map(this::row).toList()));
    }

    private Object[] row(Region region) {
        return new Object[] {
            tenant,
            region.code(),
            region.parent(),
            region.level().name(),
            region.name(),
            region.fullName(),
            region.lng(),
            region.lat()
        };
    }

    private Object[] row(Unit unit) {
        return new Object[] {tenant, unit.code(), unit.kind().name(), unit.name(), unit.regionCode(), unit.parentCode()
        };
    }
}
