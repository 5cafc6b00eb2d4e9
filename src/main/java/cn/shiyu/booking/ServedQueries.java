package cn.shiyu.booking;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** What members of staff gave their time to, for the record of their service. */
@ApplicationScoped
public class ServedQueries {

    private static final String SERVED = """
            select b.login, count(*), cast(sum(extract(epoch from k.ends_at - k.starts_at)) / 60 as bigint)
            from bookable b join booking k on k.tenant_id = b.tenant_id and k.bookable_id = b.bookable_id
            where b.tenant_id = $1 and b.kind = $2 and b.login is not null
              and k.starts_at >= $3 and k.starts_at < $4 and k.status = 'DONE'
            group by b.login""";

    @Inject
    TenantSql sql;

    /** @param minutes as booked */
    public record Served(int talks, long minutes) {}

    /** Talks that were held and began within the time, by login. */
    public Uni<Map<String, Served>> served(City city, String kind, Instant from, Instant to) {
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .select(SERVED, city.id().value(), kind, from, to)
                .map(lines -> lines.stream().collect(Collectors.toMap(
                        line -> line.text(0), line -> new Served(line.number(1), line.bigNumber(2))))));
    }
}
