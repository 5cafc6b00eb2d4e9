package cn.shiyu.mediation;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The table {@code mediator_record}: what the cards show of how mediators did. */
final class MediatorRecords {

    private static final String COUNT = """
            insert into mediator_record (tenant_id, login, ended, agreed) values ($1, $2, 1, $3)
            on conflict (tenant_id, login) do update set ended = mediator_record.ended + 1, agreed = mediator_record.agreed + $3""";
    private static final String RATE = """
            insert into mediator_record (tenant_id, login, ratings, stars) values ($1, $2, $3, $4)
            on conflict (tenant_id, login) do update
              set ratings = mediator_record.ratings + $3, stars = mediator_record.stars + $4""";
    private static final String PHOTO = """
            insert into mediator_record (tenant_id, login, photo_id) values ($1, $2, $3)
            on conflict (tenant_id, login) do update set photo_id = $3""";
    private static final String OF = """
            select login, ended, agreed, ratings, stars, photo_id from mediator_record where tenant_id = $1 and login = any($2)""";

    private MediatorRecords() {}

    /** One mediation is over. @param agreed whether with an agreement */
    static Uni<Integer> ended(Statements sql, TenantId tenant, String login, boolean agreed) {
        return sql.update(COUNT, tenant.value(), login, agreed ? 1 : 0);
    }

    /** @param more 1 for a first rating, 0 for a changed one @param stars by how many the sum grows */
    static Uni<Integer> rated(Statements sql, TenantId tenant, String login, int more, int stars) {
        return sql.update(RATE, tenant.value(), login, more, stars);
    }

    static Uni<Integer> photo(Statements sql, TenantId tenant, String login, UUID photo) {
        return sql.update(PHOTO, tenant.value(), login, photo);
    }

    static Uni<Map<String, MediatorRecord>> of(Statements sql, TenantId tenant, Collection<String> logins) {
        return sql.select(OF, tenant.value(), logins.toArray(String[]::new))
                .map(lines -> lines.stream().collect(Collectors.toMap(line -> line.text(0), MediatorRecords::of)));
    }

    private static MediatorRecord of(Line line) {
        return new MediatorRecord(line.number(1), line.number(2), line.number(3), line.number(4), line.uuid(5));
    }
}
