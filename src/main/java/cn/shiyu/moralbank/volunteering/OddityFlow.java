package cn.shiyu.moralbank.volunteering;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.award.Awards;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Odd hours before the clerk of the bank: a person says that it is fine, or takes the points back; nothing happens by itself. */
@ApplicationScoped
public class OddityFlow {

    private static final int PAGE = 20;
    private static final int REASON = 300;
    private static final String OPEN = """
            select o.oddity_id, o.kind, p.activity_id, p.resident_id, p.called_sealed, a.title, a.starts_at, p.in_at, p.out_at, p.minutes, p.points,
              o.found_at
            from volunteer_oddity o join volunteer_activity a using (tenant_id, activity_id)
            join volunteer_place p using (tenant_id, activity_id, resident_id)
            where o.tenant_id = $1 and o.state = 'OPEN' and (cast($2 as uuid) is null or (o.found_at, o.oddity_id) >
              (select found_at, oddity_id from volunteer_oddity where tenant_id = $1 and oddity_id = $2))
            order by o.found_at, o.oddity_id limit $3""";
    private static final String LOCK = """
            select o.state, o.activity_id, o.resident_id, p.award_id, p.points, a.title from volunteer_oddity o
            join volunteer_activity a using (tenant_id, activity_id) join volunteer_place p using (tenant_id, activity_id, resident_id)
            where o.tenant_id = $1 and o.oddity_id = $2 for no key update of o, p""";
    private static final String DECIDE = """
            update volunteer_oddity set state = $3, decided_by = $4, decided_at = $5, because_sealed = $6
            where tenant_id = $1 and oddity_id = $2""";
    private static final String EMPTIED = "update volunteer_place set points = 0 where tenant_id = $1 and activity_id = $2 and resident_id = $3";

    @Inject
    TenantSql sql;

    @Inject
    Awards awards;

    @Inject
    Notices notices;

    @Inject
    Sealer sealer;

    @Inject
    ActivityStep step;

    /** The oldest first. @throws Refusal 403 for whoever is no clerk of the bank */
    public Uni<Page<OddityItem>> open(Caller clerk, String after) {
        refuseUnlessClerk(clerk);
        TenantId tenant = clerk.tenant();
        return sql.inTx(tenant, connection -> Statements.on(connection)
                        .select(OPEN, tenant.value(), ActivityQueries.id(after), PAGE + 1))
                .map(lines -> lines.stream().map(line -> item(tenant, line)).toList())
                .map(found -> new Page<>(
                        found.stream().limit(PAGE).toList(), found.size() > PAGE ? found.get(PAGE - 1).id().toString() : null));
    }

    private OddityItem item(TenantId tenant, Line line) {
        String called = step.called(tenant, line.uuid(2), line.uuid(3), line.bytes(4));
        return new OddityItem(
                line.uuid(0), OddityKind.valueOf(line.text(1)), called, line.text(5), line.instant(6),
                line.missing(7) ? null : line.instant(7), line.missing(8) ? null : line.instant(8),
                line.missing(9) ? null : line.number(9), line.missing(10) ? null : line.bigNumber(10), line.instant(11));
    }

    /**
     * @param revokes takes the points of these hours back; else it is fine
     * @param typed why; kept sealed, and told to the person where points are taken back
     * @throws Refusal 403; 404; 409 {@code decided-already}, {@code not-enough-points} once they are spent; 422 {@code because}
     */
    public Uni<Void> decide(Caller clerk, UUID id, boolean revokes, String typed) {
        refuseUnlessClerk(clerk);
        String because = typed == null ? "" : typed.strip();
        if (because.isEmpty() || because.length() > REASON) {
            throw ActivityRefusals.field("because", "words", REASON);
        }
        return sql.inTx(clerk.tenant(), connection -> Statements.on(connection)
                .first(LOCK, clerk.tenant().value(), id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(line -> decide(connection, clerk, id, line, revokes, because)));
    }

    private Uni<Void> decide(SqlConnection connection, Caller clerk, UUID id, Line line, boolean revokes, String because) {
        if (!line.text(0).equals("OPEN")) {
            throw ActivityRefusals.conflict("decided-already", "reward.decided");
        }
        Statements on = Statements.on(connection);
        TenantId tenant = clerk.tenant();
        byte[] sealed = sealer.seal(tenant, Purpose.CONFIDENCE, "volunteer_oddity:" + id, because);
        return on.update(DECIDE, tenant.value(), id, revokes ? "REVOKED" : "FINE", clerk.id(), step.now(), sealed)
                .chain(() -> step.happened(
                        connection, clerk, null, line.uuid(1), revokes ? "OddHoursRevoked" : "OddHoursFine", Map.of(), step.now()))
                .chain(() -> revokes ? revoke(connection, clerk, line, because) : Uni.createFrom().voidItem());
    }

    private Uni<Void> revoke(SqlConnection connection, Caller clerk, Line line, String because) {
        Statements on = Statements.on(connection);
        UUID award = line.uuid(3);
        if (award == null) {
            throw ActivityRefusals.conflict("nothing-given", "nothingGiven");
        }
        return on.update(EMPTIED, clerk.tenant().value(), line.uuid(1), line.uuid(2))
                .chain(() -> awards.revoke(connection, clerk, award, "mistaken"))
                .chain(() -> notices.tell(
                        on, clerk.tenant(), line.uuid(2),
                        Messages.get("earn.notice.revoked", line.text(5), because), "/bank/activities/" + line.uuid(1),
                        step.now()));
    }

    private static void refuseUnlessClerk(Caller caller) {
        if (!caller.holds(Role.BANK_CLERK)) {
            throw ActivityRefusals.notYours();
        }
    }
}
