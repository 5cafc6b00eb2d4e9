package cn.shiyu.moralbank.team;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of teams. */
final class TeamRows {

    private static final String COLUMNS = """
            select b.team_id, b.name, b.region, b.account_id, b.state = 'ACTIVE',
              (select cast(coalesce(sum(l.remaining), 0) as bigint) from bank_lot l
                where l.tenant_id = b.tenant_id and l.account_id = b.account_id and l.remaining > 0 and l.expires_on >= $2),
              (select cast(count(*) as integer) from bank_team_treasurer t where t.tenant_id = b.tenant_id and t.team_id = b.team_id)
            from bank_team b where b.tenant_id = $1""";
    private static final String ONE = COLUMNS + " and b.team_id = $3";
    private static final String PAGE = COLUMNS
            + " and ($3 = '' or position($3 in b.name) > 0) and (cast($4 as uuid) is null or b.team_id < cast($4 as uuid))"
            + " order by b.team_id desc limit $5";
    private static final String OF = COLUMNS
            + " and b.team_id in (select t.team_id from bank_team_treasurer t where t.tenant_id = $1 and t.resident_id = $3) order by b.name";
    private static final String LOCK =
            "select account_id from bank_team where tenant_id = $1 and team_id = $2 and state = 'ACTIVE' for no key update";
    private static final String ADD = """
            insert into bank_team (tenant_id, team_id, name, region, account_id, made_by, made_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing""";
    private static final String CODE = """
            insert into bank_team_code (tenant_id, team_id, digest, until) values ($1, $2, $3, $4)
            on conflict (tenant_id, team_id) do update set digest = excluded.digest, until = excluded.until""";
    private static final String TAKE =
            "delete from bank_team_code where tenant_id = $1 and digest = $2 and until > $3 returning team_id";
    private static final String NO_CODE = "delete from bank_team_code where tenant_id = $1 and team_id = $2";
    private static final String COUNT = "select count(*) from bank_team_treasurer where tenant_id = $1 and team_id = $2";
    private static final String BIND = """
            insert into bank_team_treasurer (tenant_id, team_id, resident_id, bound_at) values ($1, $2, $3, $4)
            on conflict (tenant_id, team_id, resident_id) do nothing""";
    private static final String UNBIND = "delete from bank_team_treasurer where tenant_id = $1 and team_id = $2 and resident_id = $3";
    private static final String UNBIND_ALL = "delete from bank_team_treasurer where tenant_id = $1 and team_id = $2";
    private static final String LEAVE = "delete from bank_team_treasurer where tenant_id = $1 and resident_id = $2";
    private static final String END = "update bank_team set state = 'ENDED' where tenant_id = $1 and team_id = $2";
    private static final String GIVEN = """
            select cast(coalesce(sum(points), 0) as bigint) from bank_team_award
            where tenant_id = $1 and team_id = $2 and given_on >= $3 and given_on < $4""";
    private static final String AWARD = """
            insert into bank_team_award (tenant_id, award_id, team_id, budget, points, given_on, reason, transfer_id, given_by, given_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";
    private static final String AWARDS = """
            select a.award_id, a.points, a.given_on, a.reason, b.sponsor from bank_team_award a
            join bank_budget b on b.tenant_id = a.tenant_id and b.account_id = a.budget
            where a.tenant_id = $1 and a.team_id = $2 order by a.given_on desc, a.award_id desc limit $3""";
    // What is put aside at a till when a team is closed.
    private static final String PENDING = """
            select distinct h.hold_id from bank_posting p
            join bank_hold h on h.tenant_id = p.tenant_id and h.hold_id = p.transfer_id
            where p.tenant_id = $1 and p.account_id = $2 and h.state = 'PENDING'""";

    private TeamRows() {}

    static Uni<Optional<Team>> find(Statements sql, TenantId tenant, LocalDate today, UUID team) {
        return sql.first(ONE, tenant.value(), today, team).map(found -> found.map(TeamRows::team));
    }

    static Uni<List<Team>> page(Statements sql, TenantId tenant, LocalDate today, String q, UUID after, int size) {
        return sql.select(PAGE, tenant.value(), today, q, after, size).map(TeamRows::teams);
    }

    static Uni<List<Team>> ofTreasurer(Statements sql, TenantId tenant, LocalDate today, UUID resident) {
        return sql.select(OF, tenant.value(), today, resident).map(TeamRows::teams);
    }

    /** The account of a team that is not closed; its row held until the transaction ends. */
    static Uni<Optional<UUID>> lock(Statements sql, TenantId tenant, UUID team) {
        return sql.first(LOCK, tenant.value(), team).map(found -> found.map(line -> line.uuid(0)));
    }

    static Uni<Integer> add(Statements sql, Caller clerk, UUID id, String name, String region, UUID account, Instant at) {
        return sql.update(ADD, clerk.tenant().value(), id, name, region, account, clerk.id(), at);
    }

    static Uni<Integer> code(Statements sql, TenantId tenant, UUID team, byte[] digest, Instant until) {
        return sql.update(CODE, tenant.value(), team, digest, until);
    }

    /** Used up by whoever types it. */
    static Uni<Optional<UUID>> take(Statements sql, TenantId tenant, byte[] digest, Instant now) {
        return sql.first(TAKE, tenant.value(), digest, now).map(found -> found.map(line -> line.uuid(0)));
    }

    static Uni<Long> treasurers(Statements sql, TenantId tenant, UUID team) {
        return sql.first(COUNT, tenant.value(), team).map(line -> line.orElseThrow().bigNumber(0));
    }

    static Uni<Integer> bind(Statements sql, TenantId tenant, UUID team, UUID resident, Instant at) {
        return sql.update(BIND, tenant.value(), team, resident, at);
    }

    static Uni<Integer> unbind(Statements sql, TenantId tenant, UUID team, UUID resident) {
        return sql.update(UNBIND, tenant.value(), team, resident);
    }

    static Uni<Integer> leave(Statements sql, TenantId tenant, UUID resident) {
        return sql.update(LEAVE, tenant.value(), resident);
    }

    /** Nobody pays from it any more, and nobody comes to. */
    static Uni<Void> end(Statements sql, TenantId tenant, UUID team) {
        return sql.update(END, tenant.value(), team)
                .chain(() -> sql.update(UNBIND_ALL, tenant.value(), team))
                .chain(() -> sql.update(NO_CODE, tenant.value(), team))
                .replaceWithVoid();
    }

    static Uni<Long> given(Statements sql, TenantId tenant, UUID team, LocalDate from, LocalDate before) {
        return sql.first(GIVEN, tenant.value(), team, from, before).map(line -> line.orElseThrow().bigNumber(0));
    }

    static Uni<Integer> award(Statements sql, Caller clerk, UUID team, UUID budget, TeamAward it, UUID transfer, Instant at) {
        return sql.update(
                AWARD, clerk.tenant().value(), it.id(), team, budget, it.points(), it.on(), it.reason(), transfer, clerk.id(), at);
    }

    static Uni<List<TeamAward>> awards(Statements sql, TenantId tenant, UUID team, int most) {
        return sql.select(AWARDS, tenant.value(), team, most).map(lines -> lines.stream()
                .map(line -> new TeamAward(
                        line.uuid(0), line.bigNumber(1), (LocalDate) line.values()[2], line.text(3), line.text(4)))
                .toList());
    }

    static Uni<List<UUID>> pending(Statements sql, TenantId tenant, UUID account) {
        return sql.select(PENDING, tenant.value(), account).map(lines -> lines.stream().map(line -> line.uuid(0)).toList());
    }

    private static List<Team> teams(List<Line> lines) {
        return lines.stream().map(TeamRows::team).toList();
    }

    private static Team team(Line line) {
        return new Team(
                line.uuid(0), line.text(1), line.text(2), line.uuid(3), line.truth(4), line.bigNumber(5), line.number(6));
    }
}
