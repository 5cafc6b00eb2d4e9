package cn.shiyu.counselling;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What the two do beside writing: end, hand over with consent, go to another counsellor, delete. Each is an event of ids alone. */
@ApplicationScoped
public class CounsellingFlow {

    @Inject
    TenantSql sql;

    @Inject
    CounsellingStep step;

    @Inject
    Calendars calendars;

    @Inject
    Clock clock;

    /** @throws Refusal 409 before there is an answer */
    public Uni<Void> close(Caller counsellor, UUID id) {
        return step(counsellor, id, CounsellingAction.CLOSE, at -> CounsellingThreads.closed(at.sql(), at.tenant(), id, now())
                .chain(() -> happened(at, "CounsellingClosed", Map.of()))
                .chain(() -> step.tell(at.sql(), at.tenant(), at.it(), now())));
    }

    public Uni<Void> end(Caller resident, UUID id) {
        return step(resident, id, CounsellingAction.END, at -> CounsellingThreads.closed(at.sql(), at.tenant(), id, now())
                .chain(() -> happened(at, "CounsellingEnded", Map.of())));
    }

    /** Another counsellor would help better; nothing changes until the person agrees. @throws Refusal 422 {@code counsellor} */
    public Uni<Void> offer(Caller counsellor, UUID id, String to) {
        return step(counsellor, id, CounsellingAction.OFFER, at -> {
            Counsellor other = other(at.city(), at.it(), to);
            return CounsellingThreads.offered(at.sql(), at.tenant(), id, now(), other.login())
                    .chain(() -> happened(at, "HandOverOffered", Map.of("from", counsellor.id(), "to", other.login())))
                    .chain(() -> step.tell(at.sql(), at.tenant(), at.it(), now()));
        });
    }

    /** @param offered login of whom they agree to: an offer that changed meanwhile is not agreed to @throws Refusal 409 {@code no-offer} */
    public Uni<Void> agree(Caller resident, UUID id, String offered) {
        return step(resident, id, CounsellingAction.AGREE, at -> {
            String to = at.it().offeredTo();
            if (to == null || !to.equals(offered)) {
                throw CounsellingRefusals.noOffer();
            }
            return CounsellingThreads.agreed(at.sql(), at.tenant(), id, now(), other(at.city(), at.it(), to))
                    .chain(() -> happened(at, "HandOverAgreed", Map.of("from", at.it().counsellor(), "to", to)));
        });
    }

    public Uni<Void> decline(Caller resident, UUID id) {
        return step(resident, id, CounsellingAction.DECLINE, at -> at.it().offeredTo() == null
                ? Uni.createFrom().voidItem()
                : CounsellingThreads.offered(at.sql(), at.tenant(), id, now(), null)
                        .chain(() -> happened(at, "HandOverDeclined", Map.of())));
    }

    /** The person goes to another counsellor, who reads it all; the former one no longer does. @throws Refusal 422 {@code counsellor} */
    public Uni<Void> change(Caller resident, UUID id, String to) {
        return step(resident, id, CounsellingAction.CHANGE, at -> {
            Counsellor other = other(at.city(), at.it(), to);
            Limits limits = Limits.from(calendars, at.city(), now());
            return CounsellingThreads.changed(at.sql(), at.tenant(), id, now(), other, limits)
                    .chain(() -> happened(at, "CounsellorChanged", Map.of("from", at.it().counsellor(), "to", other.login())));
        });
    }

    /** Words, names and the talk itself are gone. */
    public Uni<Void> delete(Caller resident, UUID id) {
        return step(resident, id, CounsellingAction.DELETE, at -> CounsellingThreads.delete(at.sql(), at.tenant(), id)
                .chain(() -> happened(at, "CounsellingDeleted", Map.of())));
    }

    private static Counsellor other(City city, CounsellingThread it, String to) {
        return CounsellingSettings.of(city)
                .writer(to)
                .filter(one -> !one.login().equals(it.counsellor()))
                .orElseThrow(CounsellingRefusals::counsellor);
    }

    private Uni<Void> step(Caller caller, UUID id, CounsellingAction action, Function<CounsellingStep.At, Uni<?>> work) {
        return sql.inTx(caller.tenant(), connection -> step.take(connection, caller, id, action, work));
    }

    private Uni<Void> happened(CounsellingStep.At at, String type, Map<String, Object> facts) {
        return step.happened(at.connection(), at.caller(), at.id(), type, facts, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
