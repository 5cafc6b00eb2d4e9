package cn.shiyu.mediation;

import cn.shiyu.casework.CaseQueries;
import cn.shiyu.identity.Caller;
import cn.shiyu.legal.ConsultationQueries;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A resident applies for a mediation: of their own accord, or out of a case or a consultation of theirs. */
@ApplicationScoped
public class ApplyFlow {

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    @Inject
    CaseQueries cases;

    @Inject
    ConsultationQueries consultations;

    @Inject
    MediationLimits limits;

    @Inject
    Parties parties;

    @Inject
    Invitations invitations;

    @Inject
    Sealer sealer;

    @Inject
    Idempotency idempotency;

    @Inject
    MediationStep step;

    /** @return the mediation's id @throws Refusal 422 naming each field; 404 where the city has no mediators, or the case is not theirs */
    public Uni<UUID> apply(Caller resident, IdempotencyKey key, Application typed) {
        City city = cities.byId(resident.tenant());
        MediationSettings settings = MediationSettings.of(city);
        if (!settings.offered()) {
            throw Refusal.notFound();
        }
        typed.orRefuse(settings, typed.region() != null && regions.of(city).find(typed.region()).isPresent());
        byte[] digest = IdempotencyKey.digest("mediation-apply", typed);
        return owns(resident, typed)
                .chain(() -> sql.inTx(
                        resident.tenant(),
                        connection -> idempotency.once(
                                connection, resident, key, digest, () -> add(connection, city, resident, typed))))
                .map(outcome -> UUID.fromString(outcome.reference()));
    }

    private Uni<Void> owns(Caller resident, Application typed) {
        Uni<Boolean> ofCase = typed.caseNumber() == null
                ? Uni.createFrom().item(true)
                : cases.maySee(resident, typed.caseNumber());
        return ofCase.invoke(seen -> {
                    if (!seen) {
                        throw Refusal.notFound();
                    }
                })
                .chain(() -> typed.consultation() == null
                        ? Uni.createFrom().nullItem()
                        : consultations.one(resident, typed.consultation()))
                .replaceWithVoid();
    }

    private Uni<String> add(SqlConnection connection, City city, Caller resident, Application typed) {
        Statements on = Statements.on(connection);
        Instant now = step.now();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Mediation it = new Mediation(
                id, typed.shelf(), typed.region(),
                sealer.seal(city.id(), Purpose.CONFIDENCE, MediationViews.titleLabel(id), Typing.clean(typed.title())),
                MediationStatus.RESPONDENT_CHOOSES, 1, UUID.fromString(resident.id()), null, null, typed.caseNumber(),
                typed.consultation(), now, limits.choose(city, now), null, null, null, null, null, false, false);
        return Mediations.add(on, city.id(), it)
                .chain(() -> parties.add(on, city.id(), id, typed.own()))
                .chain(() -> parties.add(on, city.id(), id, typed.other()))
                .chain(() -> Choosing.add(
                        on, city.id(), id, 1, Side.APPLICANT, Choosing.checked(MediationSettings.of(city), typed.mediators())))
                .chain(() -> invitations.add(on, city.id(), id))
                .chain(() -> step.happened(connection, resident, id, "MediationApplied", facts(it), now))
                .replaceWith(id.toString());
    }

    private static Map<String, Object> facts(Mediation it) {
        return Map.of(
                "shelf", it.shelf(), "region", it.region(), "answerDue", it.answerDue().toString(),
                "case", it.caseNumber() == null ? "" : it.caseNumber());
    }
}
