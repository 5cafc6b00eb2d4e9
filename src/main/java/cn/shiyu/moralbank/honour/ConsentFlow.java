package cn.shiyu.moralbank.honour;

import cn.shiyu.clock.Calendars;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** Agreeing to be shown, changing it, taking it back: at once. */
@ApplicationScoped
public class ConsentFlow {

    private static final String STREAM = "bank-honour";
    private static final int PAST_MONTHS = 12;
    /** Letters alone: no telephone number, no address of a page. */
    private static final String PEN = "[\\p{L}·]{2,10}";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Townships townships;

    @Inject
    MemberQueries members;

    @Inject
    HonourNames names;

    @Inject
    EventLog log;

    @Inject
    Clock clock;

    /**
     * From now on; what is taken back is gone for everybody with this call. Said twice it is as if said once.
     *
     * @param past also what was done in the last twelve months
     * @throws Refusal 422 naming {@code pen}, 409 {@code not-a-member}
     */
    public Uni<Consent> say(Caller resident, Consent wish, boolean past) {
        Consent said = checked(wish);
        return asMember(resident, (connection, member) -> say(connection, member, cities.byId(resident.tenant()), said, past))
                .replaceWith(said);
    }

    private static Consent checked(Consent wish) {
        if (!wish.book() && !wish.boards()) {
            return Consent.NONE;
        }
        if (wish.naming() != Naming.PEN) {
            return new Consent(wish.book(), wish.boards(), wish.naming(), null);
        }
        String pen = wish.pen() == null ? "" : wish.pen().strip();
        if (!pen.matches(PEN)) {
            throw Refusal.badInput("pen", Messages.get("honour.refusal.pen"));
        }
        return new Consent(wish.book(), wish.boards(), Naming.PEN, pen);
    }

    private Uni<Void> say(SqlConnection connection, Member member, City city, Consent said, boolean past) {
        Statements on = Statements.on(connection);
        TenantId tenant = city.id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean none = !said.book() && !said.boards();
        return (none
                        ? ConsentRows.withdraw(on, tenant, member.account())
                        : ConsentRows.give(
                                on, tenant, member.resident(), member.account(), said, names.seal(tenant, member.account(), said.pen()), now))
                .chain(() -> book(on, city, member, said.book(), past))
                .chain(() -> BoardRows.show(on, tenant, member.account(), said.boards()))
                .chain(() -> log(connection, tenant, member, said, now));
    }

    private Uni<Void> book(Statements on, City city, Member member, boolean open, boolean past) {
        if (!open) {
            return BookRows.close(on, city.id(), member.account());
        }
        return past
                ? BookRows.past(
                        on, city.id(), member, townships.of(city, member.region()), Hushed.of(city),
                        calendars.of(city).date(clock.instant()).minusMonths(PAST_MONTHS))
                : Uni.createFrom().voidItem();
    }

    /** By nobody's name: the log is never erased. */
    private Uni<Void> log(SqlConnection connection, TenantId tenant, Member member, Consent said, Instant now) {
        UUID stream = UUID.nameUUIDFromBytes((STREAM + ":" + member.account()).getBytes(StandardCharsets.UTF_8));
        NewEvent event = NewEvent.of(
                "HonourConsentSaid", Map.of("book", said.book(), "boards", said.boards(), "naming", said.naming().name()));
        return log.append(connection, Caller.system(tenant, STREAM), null, new StreamId(STREAM, stream), List.of(event), now)
                .replaceWithVoid();
    }

    /** One entry of one's own. @throws Refusal 404 for anybody else's, 409 {@code not-a-member} */
    public Uni<Void> hide(Caller resident, UUID entry, boolean hidden) {
        return asMember(resident, (connection, member) -> BookRows.hide(
                        Statements.on(connection), resident.tenant(), entry, member.account(), hidden)
                .invoke(changed -> {
                    if (changed == 0) {
                        throw Refusal.notFound();
                    }
                })
                .replaceWithVoid());
    }

    private Uni<Void> asMember(Caller resident, BiFunction<SqlConnection, Member, Uni<Void>> work) {
        return sql.inTx(resident.tenant(), connection -> members
                .lock(connection, resident.tenant(), UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow(MemberRefusals::notMember))
                .chain(member -> work.apply(connection, member)));
    }
}
