package cn.shiyu.counselling;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Letters: the first one, more, and answers. Whatever they say is sent; danger in it puts the talk first at the counsellor's. */
@ApplicationScoped
public class WriteFlow {

    private static final String DONE = "-";
    private static final int AN_HOUR = 60;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Idempotency idempotency;

    @Inject
    RateLimiter limits;

    @Inject
    CounsellingWords words;

    @Inject
    CounsellingStep step;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** @return the talk's id @throws Refusal 422 naming each field; 404 where the city has no counsellors */
    public Uni<UUID> open(Caller resident, IdempotencyKey key, NewThread typed) {
        City city = cities.byId(resident.tenant());
        CounsellingSettings settings = CounsellingSettings.of(city);
        if (!settings.offered()) {
            throw Refusal.notFound();
        }
        typed.refuseIfBad(settings);
        CounsellingThread it = opened(city, resident, key, typed, settings.writer(typed.counsellor()).orElseThrow());
        byte[] sent = vault.sent(city.id(), "open", typed.counsellor(), typed.field(), typed.alias(), typed.words());
        return admitted(resident)
                .chain(() -> once(resident, key, sent, connection -> add(connection, resident, it, typed)))
                .replaceWith(it.id());
    }

    private CounsellingThread opened(City city, Caller resident, IdempotencyKey key, NewThread typed, Counsellor to) {
        Instant now = now();
        UUID id = vault.idOf(resident, key);
        return new CounsellingThread(
                id, vault.whose(resident), vault.resident(city.id(), id, UUID.fromString(resident.id())),
                vault.alias(city.id(), id, typed.shownAlias()), to.login(), to.provider(), typed.field(),
                CounsellingStatus.WAITING, Danger.of(city).in(typed.words()), null, 1, null, false, false, now, now);
    }

    private Uni<Void> add(SqlConnection connection, Caller resident, CounsellingThread it, NewThread typed) {
        Statements on = Statements.on(connection);
        City city = cities.byId(resident.tenant());
        return CounsellingThreads.add(on, city.id(), it, Limits.from(calendars, city, it.openedAt()))
                .chain(() -> words.add(on, city.id(), it.id(), null, CounsellingWords.checked(typed.words()), it.openedAt()))
                .chain(() -> step.happened(
                        connection, resident, it.id(), "CounsellingOpened", Map.of("counsellor", it.counsellor()), it.openedAt()));
    }

    /** @throws Refusal 422 {@code words}; 409 once it has ended, or {@code thread-full}; 404 for what is not theirs */
    public Uni<Void> write(Caller resident, IdempotencyKey key, UUID id, String typed) {
        String said = CounsellingWords.checked(typed);
        City city = cities.byId(resident.tenant());
        boolean danger = Danger.of(city).in(said);
        Instant now = now();
        return admitted(resident).chain(() -> said(resident, key, id, CounsellingAction.WRITE, said, at -> CounsellingThreads.written(
                        at.sql(), at.tenant(), id, now, danger, Limits.from(calendars, city, now))
                .chain(() -> words.add(at.sql(), at.tenant(), id, null, said, now))
                .chain(() -> step.happened(at.connection(), resident, id, "CounsellingWritten", Map.of(), now))));
    }

    /** @throws Refusal as {@link #write} */
    public Uni<Void> answer(Caller counsellor, IdempotencyKey key, UUID id, String typed) {
        String said = CounsellingWords.checked(typed);
        Instant now = now();
        return said(counsellor, key, id, CounsellingAction.ANSWER, said, at -> CounsellingThreads.answered(
                        at.sql(), at.tenant(), id, now)
                .chain(() -> words.add(at.sql(), at.tenant(), id, counsellor.id(), said, now))
                .chain(() -> step.happened(at.connection(), counsellor, id, "CounsellingAnswered", Map.of(), now))
                .chain(() -> step.tell(at.sql(), at.tenant(), at.it(), now)));
    }

    private Uni<Void> said(
            Caller caller,
            IdempotencyKey key,
            UUID id,
            CounsellingAction action,
            String said,
            Function<CounsellingStep.At, Uni<?>> work) {
        return once(caller, key, vault.sent(caller.tenant(), action.name(), id, said), connection ->
                step.take(connection, caller, id, action, at -> {
                    if (at.it().messages() >= CounsellingWords.MOST) {
                        throw CounsellingRefusals.full();
                    }
                    return work.apply(at);
                }));
    }

    private Uni<Void> once(Caller caller, IdempotencyKey key, byte[] sent, Function<SqlConnection, Uni<Void>> work) {
        return sql.inTx(caller.tenant(), connection -> {
            Supplier<Uni<String>> done = () -> work.apply(connection).replaceWith(DONE);
            return idempotency.once(connection, caller, key, sent, done);
        }).replaceWithVoid();
    }

    private Uni<Void> admitted(Caller resident) {
        return limits.admit(resident.tenant(), "letters", resident.id(), AN_HOUR, Duration.ofHours(1));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
