package cn.shiyu.moralbank.volunteering;

import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.github.f4b6a3.uuid.UuidCreator;

/** Finds what is odd in an activity's hours; keeps it, once hours are confirmed, for the bank's clerk to look at. */
@ApplicationScoped
class Oddities {

    private static final String FIND = """
            select p.resident_id, o.kind from volunteer_place p
            join volunteer_activity a using (tenant_id, activity_id)
            cross join lateral (
              select 'SAME_PHONE' as kind where exists (select 1 from volunteer_place q
                where q.tenant_id = $1 and q.activity_id = $2 and q.resident_id <> p.resident_id
                  and (q.in_phone in (p.in_phone, p.out_phone) or q.out_phone in (p.in_phone, p.out_phone)))
              union all
              select 'SAME_MINUTES' where exists (select 1 from volunteer_place q
                where q.tenant_id = $1 and q.activity_id = $2 and q.resident_id <> p.resident_id
                  and date_trunc('minute', q.in_at) = date_trunc('minute', p.in_at)
                  and date_trunc('minute', q.out_at) = date_trunc('minute', p.out_at))
              union all
              select 'OVERLAP' where exists (select 1 from volunteer_place q
                where q.tenant_id = $1 and q.resident_id = p.resident_id and q.activity_id <> $2 and q.state = 'SIGNED'
                  and q.in_at < p.out_at and q.out_at > p.in_at)
              union all
              select 'TOO_LONG' where p.minutes > extract(epoch from a.ends_at - a.starts_at) / 60) o
            where p.tenant_id = $1 and p.activity_id = $2 and p.state = 'SIGNED' and p.in_at is not null
              or p.tenant_id = $1 and p.activity_id = $2 and p.state = 'SIGNED' and o.kind = 'TOO_LONG'""";
    private static final String KEEP = """
            insert into volunteer_oddity (tenant_id, oddity_id, activity_id, resident_id, kind, found_at)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";

    /** By person; who looks like everybody else is not in it. */
    Uni<Map<UUID, List<OddityKind>>> of(Statements sql, TenantId tenant, UUID activity) {
        return sql.select(FIND, tenant.value(), activity)
                .map(lines -> lines.stream().collect(Collectors.groupingBy(
                        line -> line.uuid(0),
                        Collectors.mapping(line -> OddityKind.valueOf(line.text(1)), Collectors.toList()))));
    }

    Uni<Void> keep(Statements sql, TenantId tenant, Activity it, Instant now) {
        return of(sql, tenant, it.id()).chain(found -> {
            List<Object[]> rows = found.entrySet().stream()
                    .flatMap(one -> one.getValue().stream().map(kind -> new Object[] {
                        tenant.value(), UuidCreator.getTimeOrderedEpoch(), it.id(), one.getKey(), kind.name(), now
                    }))
                    .toList();
            return rows.isEmpty() ? Uni.createFrom().voidItem() : sql.batch(KEEP, rows);
        });
    }
}
