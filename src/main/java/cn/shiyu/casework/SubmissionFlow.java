package cn.shiyu.casework;

import cn.shiyu.clock.ClockSubject;
import cn.shiyu.clock.NewClocks;
import cn.shiyu.clock.SubjectClocks;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.Opening;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileFlow;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 发现报告: a resident, or a hotline agent for one, brings in a case. */
@ApplicationScoped
public class SubmissionFlow {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** As long as a program keeps trying; two people who report the same words later mean two things. */
    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(10);

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    SubmissionCheck check;

    @Inject
    NewCase newCase;

    @Inject
    NewCases cases;

    @Inject
    CaseOrigins origins;

    @Inject
    NewClocks clocks;

    @Inject
    EventLog events;

    @Inject
    FileFlow files;

    @Inject
    Idempotency idempotency;

    @Inject
    LookUpCodes codes;

    @Inject
    CaseNews news;

    @Inject
    Clock clock;

    /**
     * A case that another system brings in. Without a key of the sender's own, what was sent is its key for a while: partners
     * repeat what they got no answer to (docs/adr/0015).
     *
     * @param own the partner's key, or null
     * @throws cn.shiyu.platform.problem.Refusal as {@link #submit(Caller, IdempotencyKey, Submission)}
     */
    public Uni<CaseReceipt> submit(Caller partner, IdempotencyKey own, Submission typed, CaseOrigin origin) {
        byte[] digest = IdempotencyKey.digest("case-submission", typed, origin);
        IdempotencyKey key = own != null ? own : new IdempotencyKey("content." + HexFormat.of().formatHex(digest));
        City city = cities.byId(partner.tenant());
        return Uni.createFrom()
                .item(typed)
                .invoke(it -> check.refuseIfBad(city, it, RegionLevel.CITY))
                .chain(() -> sql.inTx(partner.tenant(), connection -> forget(connection, partner, own, key)
                        .chain(() -> once(connection, city, partner, key, digest, typed, origin))))
                .call(() -> news.arrived(partner.tenant()));
    }

    private Uni<Void> forget(SqlConnection connection, Caller partner, IdempotencyKey own, IdempotencyKey key) {
        return own != null
                ? Uni.createFrom().voidItem()
                : idempotency.forget(connection, partner, key, REPEATED_WITHIN);
    }

    /**
     * Sent three times under one key, it is one case.
     *
     * @param key the caller's idempotency key
     * @throws cn.shiyu.platform.problem.Refusal 422 naming each field; 409 {@code idempotency-key-reused}
     */
    public Uni<CaseReceipt> submit(Caller caller, IdempotencyKey key, Submission typed) {
        City city = cities.byId(caller.tenant());
        return Uni.createFrom()
                .item(typed)
                .invoke(it -> check.refuseIfBad(city, it, RegionLevel.TOWNSHIP))
                .chain(() -> sql.inTx(
                        caller.tenant(),
                        connection -> once(
                                connection, city, caller, key, IdempotencyKey.digest("case-submission", typed), typed, null)))
                .call(() -> news.arrived(caller.tenant()));
    }

    /** The number of the case that this caller filed under this key; empty when the key brought none, or is forgotten. */
    public Uni<Optional<String>> filedUnder(Caller caller, IdempotencyKey key) {
        return sql.inTx(caller.tenant(), connection -> idempotency
                .reference(connection, caller, key)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<String>empty())
                        : cases.number(connection, caller.tenant(), UUID.fromString(found.get())).map(Optional::of)));
    }

    private Uni<CaseReceipt> once(
            SqlConnection connection,
            City city,
            Caller caller,
            IdempotencyKey key,
            byte[] digest,
            Submission typed,
            CaseOrigin origin) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return idempotency.onceAs(
                connection,
                caller,
                key,
                digest,
                id.toString(),
                () -> take(connection, city, caller, id, typed)
                        .call(() -> origin == null
                                ? Uni.createFrom().voidItem()
                                : origins.add(connection, caller.tenant(), id, origin))
                        .map(number -> receipt(caller, id, number, false)),
                reference -> again(connection, caller, UUID.fromString(reference)));
    }

    private Uni<CaseReceipt> again(SqlConnection connection, Caller caller, UUID id) {
        return cases.number(connection, caller.tenant(), id).map(number -> receipt(caller, id, number, true));
    }

    /** What does not depend on one another is sent at once; the number last of all (docs/adr/0012). */
    private Uni<String> take(SqlConnection connection, City city, Caller caller, UUID id, Submission typed) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Case file = newCase.of(city, caller, id, typed, now);
        SubjectClocks running = clocks.of(city, ClockSubject.ofCase(id));
        CaseClocks.begin(running, file);
        Opening opening = new Opening(
                caller, CaseStreams.of(file), List.of(new Opening.Dated(submitted(file, typed), null, now)));
        return Uni.combine()
                .all()
                .unis(
                        files.attach(connection, caller, "files", typed.files(), CaseStreams.TYPE, id),
                        clocks.store(connection, List.of(running)),
                        events.begin(connection, List.of(opening)))
                .discardItems()
                .chain(() -> cases.file(connection, city, file, now.atZone(ZONE).toLocalDate()));
    }

    private static NewEvent submitted(Case file, Submission typed) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("kind", file.kind.name());
        facts.put("category", file.categoryCode);
        facts.put("region", file.regionCode);
        facts.put("centre", file.centreUnit);
        facts.put("visibility", file.visibility.name());
        facts.put("anonymous", file.anonymous);
        facts.put("files", typed.files().size());
        return new NewEvent("CaseSubmitted", 1, facts, file.subject + "\n" + file.body);
    }

    private CaseReceipt receipt(Caller caller, UUID id, String number, boolean replayed) {
        return new CaseReceipt(id, number, CaseStatus.SUBMITTED, 0, codes.of(caller.tenant(), id), replayed);
    }
}
