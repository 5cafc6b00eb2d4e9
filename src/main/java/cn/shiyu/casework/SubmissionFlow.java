package cn.shiyu.casework;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileFlow;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantTx;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** 发现报告: a resident, or a hotline agent for one, brings in a case. */
@ApplicationScoped
public class SubmissionFlow {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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
     * Sent three times under one key, it is one case.
     *
     * @param key the caller's idempotency key
     * @throws cn.shiyu.platform.problem.Refusal 422 naming each field; 409 {@code idempotency-key-reused}
     */
    public Uni<CaseReceipt> submit(Caller caller, IdempotencyKey key, Submission typed) {
        City city = cities.byId(caller.tenant());
        return Uni.createFrom()
                .item(typed)
                .invoke(it -> check.refuseIfBad(city, it))
                .chain(() -> tx.inTx(
                        caller.tenant(),
                        session -> idempotency.once(
                                session, caller, key, IdempotencyKey.digest("case-submission", typed), () -> take(session, city, caller, typed))))
                .call(() -> news.arrived(caller.tenant()))
                .map(outcome -> receipt(caller, outcome.reference()));
    }

    private Uni<String> take(Mutiny.Session session, City city, Caller caller, Submission typed) {
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
