package cn.shiyu.assessment.exclusion;

import cn.shiyu.assessment.AssessmentRules;
import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asking that an event be left out, deciding on it, taking it back; all before its month is sealed. */
@ApplicationScoped
public class ExclusionFlow {

    private static final int MOST_WORDS = 500;
    private static final String STREAM = "assessment-exclusion";

    @Inject
    TenantSql sql;

    @Inject
    ExclusionSight sight;

    @Inject
    EventLog log;

    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    /** @param reason as the form sent it */
    public record Wish(UUID stream, int seq, String reason, String words) {}

    /**
     * @return the application's id
     * @throws Refusal 404 for an event that is no figure of a unit the caller may ask for; 422 {@code reason}, {@code words}; 409 {@code
     *     month-sealed}, {@code asked-already}
     */
    public Uni<UUID> ask(City city, Caller staff, Wish wish) {
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return Exclusions.subject(on, city.id(), wish.stream(), wish.seq())
                    .map(found -> found.filter(it -> sight.asksFor(staff, it.unit())).orElseThrow(Refusal::notFound))
                    .call(it -> notSealed(on, city, it.occurredAt()))
                    .chain(it -> add(connection, city, staff, wish, it));
        });
    }

    private Uni<UUID> add(SqlConnection connection, City city, Caller staff, Wish wish, Exclusions.Subject it) {
        ExclusionReason reason = checked(wish);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = now();
        ExclusionRow row = new ExclusionRow(
                id, it.unit(), wish.stream(), wish.seq(), it.type(), it.occurredAt(), it.caseNumber(), reason,
                sealer.seal(city.id(), Purpose.CONFIDENCE, sealedIn(id, "words"), wish.words().strip()), ExclusionState.OPEN, staff.name(), now, null,
                null, null);
        return Exclusions.add(Statements.on(connection), city.id(), row, staff.id())
                .invoke(added -> {
                    if (added == 0) {
                        throw conflict("asked-already", "askedAlready");
                    }
                })
                .chain(() -> happened(
                        connection, staff, it.unit(), id, ExclusionState.OPEN.event(),
                        Map.of("reason", reason.name(), "stream", wish.stream().toString(), "seq", wish.seq()), now))
                .replaceWith(id);
    }

    private static ExclusionReason checked(Wish wish) {
        List<FieldError> faults = new ArrayList<>();
        ExclusionReason reason = Arrays.stream(ExclusionReason.values())
                .filter(one -> one.name().equals(wish.reason())).findFirst().orElse(null);
        if (reason == null) {
            faults.add(new FieldError("reason", Messages.get("exclusion.refusal.reason")));
        }
        words(wish.words(), faults);
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return reason;
    }

    private static void words(String typed, List<FieldError> faults) {
        String words = typed == null ? "" : typed.strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > MOST_WORDS) {
            faults.add(new FieldError("words", Messages.get("exclusion.refusal.words", MOST_WORDS)));
        }
    }

    /**
     * @param grant whether the event is left out from now on
     * @throws Refusal 404; 403 {@code not-allowed}; 422 {@code words}; 409 {@code month-sealed}, {@code wrong-state}
     */
    public Uni<Void> decide(City city, Caller staff, UUID id, boolean grant, String words) {
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return locked(on, city, staff, id)
                    .invoke(row -> {
                        if (!sight.decides(city, staff, row.unit())) {
                            throw new Refusal(403, "not-allowed", Messages.get("exclusion.refusal.notYours"));
                        }
                        List<FieldError> faults = new ArrayList<>();
                        words(words, faults);
                        if (!faults.isEmpty()) {
                            throw Refusal.badInput(faults);
                        }
                    })
                    .call(row -> notSealed(on, city, row.occurredAt()))
                    .chain(row -> move(connection, city, staff, row, grant ? ExclusionAction.GRANT : ExclusionAction.REFUSE, words.strip()));
        });
    }

    /** @throws Refusal 404 for other units' too; 409 {@code wrong-state} */
    public Uni<Void> withdraw(City city, Caller staff, UUID id) {
        return sql.inTx(city.id(), connection -> locked(Statements.on(connection), city, staff, id)
                .invoke(row -> {
                    if (!sight.asksFor(staff, row.unit())) {
                        throw Refusal.notFound();
                    }
                })
                .chain(row -> move(connection, city, staff, row, ExclusionAction.WITHDRAW, null)));
    }

    private Uni<ExclusionRow> locked(Statements on, City city, Caller staff, UUID id) {
        return Exclusions.lock(on, city.id(), id)
                .map(found -> found.filter(row -> sight.reads(city, staff, row.unit())).orElseThrow(Refusal::notFound));
    }

    private Uni<Void> move(SqlConnection connection, City city, Caller staff, ExclusionRow row, ExclusionAction action, String words) {
        ExclusionState to = ExclusionTransitions.after(action, row.state()).orElseThrow(() -> conflict("wrong-state", "decided." + row.state()));
        Instant now = now();
        byte[] sealed = words == null ? null : sealer.seal(city.id(), Purpose.CONFIDENCE, sealedIn(row.id(), "decision"), words);
        return Exclusions.move(Statements.on(connection), city.id(), row.id(), to, staff.name(), now, sealed)
                .chain(() -> happened(connection, staff, row.unit(), row.id(), to.event(), Map.of(), now));
    }

    private static Uni<Void> notSealed(Statements on, City city, Instant at) {
        return Exclusions.sealed(on, city.id(), AssessmentRules.of(city).cut().dayOf(at)).invoke(sealed -> {
            if (sealed) {
                throw conflict("month-sealed", "sealed");
            }
        }).replaceWithVoid();
    }

    private Uni<Void> happened(SqlConnection connection, Caller by, String unit, UUID id, String type, Map<String, Object> facts, Instant at) {
        return log.append(connection, by, unit, new StreamId(STREAM, id), List.of(NewEvent.of(type, facts)), at).replaceWithVoid();
    }

    static String sealedIn(UUID id, String field) {
        return id + ":" + field;
    }

    private static Refusal conflict(String code, String key) {
        return new Refusal(409, code, Messages.get("exclusion.refusal." + key));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
