package cn.shiyu.moralbank.volunteering;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** One step of an activity: its row locked, moved on to where the clock has it, who may, the table, the change, the event. */
@ApplicationScoped
class ActivityStep {

    static final String STREAM = "activity";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    MemberQueries members;

    @Inject
    EventLog log;

    @Inject
    Notices notices;

    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    /** What a step works with. @param member who acts, where a resident does; their row is locked @param next where the table leads */
    record At(
            SqlConnection connection, Statements sql, City city, Caller caller, Member member, Activity it, ActivityStatus next,
            Instant now) {

        TenantId tenant() {
            return city.id();
        }

        UUID id() {
            return it.id();
        }

        UUID resident() {
            return UUID.fromString(caller.id());
        }

        VolunteeringSettings settings() {
            return VolunteeringSettings.of(city);
        }
    }

    /** @throws Refusal 404, 409, 403, in this order */
    <T> Uni<T> take(Caller caller, UUID id, ActivityAction action, Function<At, Uni<T>> work) {
        return sql.inTx(caller.tenant(), connection -> take(connection, caller, id, action, work));
    }

    <T> Uni<T> take(SqlConnection connection, Caller caller, UUID id, ActivityAction action, Function<At, Uni<T>> work) {
        Statements on = Statements.on(connection);
        City city = cities.byId(caller.tenant());
        Instant now = now();
        return Activities.lock(on, city.id(), id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .invoke(it -> refuseUnlessSeen(caller, it))
                .chain(it -> caller.kind() == ActorKind.SYSTEM
                        ? Uni.createFrom().item(it)
                        : caughtUp(connection, city, it, now))
                .chain(it -> member(connection, caller)
                        .map(member -> new At(
                                connection, on, city, caller, member, it,
                                ActivityTransitions.after(action, it.status(), standing(caller)), now)))
                .chain(work::apply);
    }

    /** A draft is seen by its unit's organisers alone; another unit's staff see nothing of what they cannot touch. */
    private static void refuseUnlessSeen(Caller caller, Activity it) {
        boolean theirs = caller.isStaff() ? caller.holds(Role.ORGANISER, it.unit()) : !caller.isResident() || it.status().isPublic();
        if (!theirs) {
            throw Refusal.notFound();
        }
    }

    private Uni<Member> member(SqlConnection connection, Caller caller) {
        return !caller.isResident()
                ? Uni.createFrom().nullItem()
                : members.lock(connection, caller.tenant(), UUID.fromString(caller.id()))
                        .map(found -> found.orElseThrow(MemberRefusals::notMember));
    }

    private static ActivityStanding standing(Caller caller) {
        if (caller.isResident()) {
            return ActivityStanding.MEMBER;
        }
        return caller.isStaff() ? ActivityStanding.ORGANISER : ActivityStanding.SYSTEM;
    }

    /** What the sweep would have done by now is done before anybody else acts: times count to the second. */
    private Uni<Activity> caughtUp(SqlConnection connection, City city, Activity it, Instant now) {
        ActivityAction due = due(city, it, now);
        if (due == null) {
            return Uni.createFrom().item(it);
        }
        return turn(connection, city, it, due, now)
                .chain(() -> Activities.find(Statements.on(connection), city.id(), it.id()))
                .map(found -> found.orElseThrow())
                .chain(moved -> caughtUp(connection, city, moved, now));
    }

    ActivityAction due(City city, Activity it, Instant now) {
        VolunteeringSettings settings = VolunteeringSettings.of(city);
        return it.status().due(it.opens(settings), it.closes(settings), now);
    }

    /** Starts or ends an activity whose row is locked. */
    Uni<Void> turn(SqlConnection connection, City city, Activity it, ActivityAction action, Instant now) {
        ActivityStatus to = ActivityTransitions.after(action, it.status(), ActivityStanding.SYSTEM);
        Instant next = to == ActivityStatus.RUNNING ? it.closes(VolunteeringSettings.of(city)) : null;
        Caller system = Caller.system(city.id(), "volunteering");
        return Activities.move(Statements.on(connection), city.id(), it.id(), to, next, null)
                .chain(() -> happened(
                        connection, system, null, it.id(), to == ActivityStatus.RUNNING ? "ActivityStarted" : "ActivityEnded", Map.of(), now));
    }

    Uni<Void> happened(At at, String type, Map<String, Object> facts) {
        return happened(at.connection(), at.caller(), at.it().unit(), at.id(), type, facts, at.now());
    }

    Uni<Void> happened(
            SqlConnection connection, Caller caller, String unit, UUID id, String type, Map<String, Object> facts, Instant at) {
        return log.append(
                        connection, caller, caller.isStaff() ? unit : null, new StreamId(STREAM, id),
                        List.of(NewEvent.of(type, facts)), at)
                .replaceWithVoid();
    }

    /** @param message below {@code earn.notice} */
    Uni<Void> tell(At at, UUID resident, String message, Object... filled) {
        return notices.tell(
                at.sql(), at.tenant(), resident, Messages.get("earn.notice." + message, filled), "/bank/activities/" + at.id(), at.now());
    }

    byte[] seal(TenantId tenant, UUID activity, UUID resident, String column, String words) {
        return sealer.seal(tenant, column.equals("called") ? Purpose.IDENTITY : Purpose.CONFIDENCE, label(activity, resident, column), words);
    }

    String open(TenantId tenant, Place it, String column) {
        return column.equals("called")
                ? sealer.openText(tenant, Purpose.IDENTITY, label(it.activity(), it.resident(), column), it.called())
                : sealer.openText(tenant, Purpose.CONFIDENCE, label(it.activity(), it.resident(), column), it.because());
    }

    String called(TenantId tenant, UUID activity, UUID resident, byte[] sealed) {
        return sealer.openText(tenant, Purpose.IDENTITY, label(activity, resident, "called"), sealed);
    }

    byte[] sealKey(TenantId tenant, UUID activity, byte[] key) {
        return sealer.seal(tenant, Purpose.SECRET, "volunteer_activity:" + activity + ":key", key);
    }

    byte[] openKey(TenantId tenant, Activity it) {
        return sealer.open(tenant, Purpose.SECRET, "volunteer_activity:" + it.id() + ":key", it.key());
    }

    private static String label(UUID activity, UUID resident, String column) {
        return "volunteer_place:" + activity + ":" + resident + ":" + column;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
