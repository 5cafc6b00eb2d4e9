package cn.shiyu.casework;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileFlow;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantTx;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
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
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** 发现报告: a resident, or a hotline agent for one, brings in a case. */
@ApplicationScoped
public class SubmissionFlow {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** As long as a program keeps trying; two people who report the same words later mean two things. */
    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(10);

    @Inject
    TenantTx tx;

    @Inject
    CityDirectory cities;

    @Inject
    SubmissionCheck check;

    @Inject
    NewCase newCase;

    @Inject
    Cases cases;

    @Inject
    CaseOrigins origins;

    @Inject
    CaseClocks clocks;

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
                .chain(() -> tx.inTx(partner.tenant(), session -> forget(session, partner, own, key)
                        .chain(() -> idempotency.once(
                                session, partner, key, digest, () -> take(session, city, partner, typed, origin)))))
                .call(() -> news.arrived(partner.tenant()))
                .map(outcome -> receipt(partner, outcome.reference()));
    }

    private Uni<Void> forget(Mutiny.Session session, Caller partner, IdempotencyKey own, IdempotencyKey key) {
        return own != null
                ? Uni.createFrom().voidItem()
                : idempotency.forget(session, partner, key, REPEATED_WITHIN);
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
                .chain(() -> tx.inTx(
                        caller.tenant(),
                        session -> idempotency.once(
                                session, caller, key, IdempotencyKey.digest("case-submission", typed), () -> take(session, city, caller, typed, null))))
                .call(() -> news.arrived(caller.tenant()))
                .map(outcome -> receipt(caller, outcome.reference()));
    }

    private Uni<String> take(
            Mutiny.Session session, City city, Caller caller, Submission typed, CaseOrigin origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Case file = newCase.of(city, caller, id, typed, now);
        CaseMoment moment = new CaseMoment(session, city, caller, null, file, CaseStatus.SUBMITTED, now);
        return files.attach(session, caller, "files", typed.files(), CaseStreams.TYPE, id)
                .chain(() -> clocks.begin(moment))
                .chain(() -> events.append(
                        session, caller, null, CaseStreams.of(file), List.of(submitted(file, typed)), now))
                // The day's counter is a hot row: taken last, it is held shortest.
                .chain(() -> cases.nextSerial(session, caller.tenant(), now.atZone(ZONE).toLocalDate()))
                .invoke(serial -> file.number =
                        CaseNumber.of(city.shortCode(), now.atZone(ZONE).toLocalDate(), serial))
                .chain(() -> cases.add(session, file))
                .chain(() -> origin == null
                        ? Uni.createFrom().voidItem()
                        : origins.add(session, caller.tenant(), id, origin))
                .map(ignored -> id + " " + file.number);
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

    private CaseReceipt receipt(Caller caller, String reference) {
        String[] parts = reference.split(" ");
        UUID id = UUID.fromString(parts[0]);
        return new CaseReceipt(id, parts[1], CaseStatus.SUBMITTED, 0, codes.of(caller.tenant(), id));
    }
}
