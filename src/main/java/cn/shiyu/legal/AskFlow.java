package cn.shiyu.legal;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** A resident asks an advisor in writing: the one they chose, else the nearest to their village. */
@ApplicationScoped
public class AskFlow {

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Advisors advisors;

    @Inject
    Calendars calendars;

    @Inject
    BlindIndex index;

    @Inject
    Idempotency idempotency;

    @Inject
    ConsultationWords words;

    @Inject
    ConsultationStep step;

    @Inject
    Clock clock;

    /** @return the consultation's id @throws Refusal 422 naming each field; 404 where the city has no advisors */
    public Uni<UUID> ask(Caller resident, IdempotencyKey key, NewQuestion typed) {
        City city = cities.byId(resident.tenant());
        LegalSettings settings = LegalSettings.of(city);
        if (!settings.offered()) {
            throw Refusal.notFound();
        }
        typed.refuseIfBad(settings, advisors.knows(city, typed.region()));
        Consultation it = consultation(city, resident, typed);
        byte[] client = digest(city, typed.ownName());
        byte[] other = digest(city, typed.otherParty());
        byte[] asked = IdempotencyKey.digest("legal-ask", typed);
        return sql.inTx(
                        resident.tenant(),
                        connection -> idempotency.once(
                                connection, resident, key, asked, () -> add(connection, resident, it, typed, client, other)))
                .map(outcome -> UUID.fromString(outcome.reference()));
    }

    private Consultation consultation(City city, Caller resident, NewQuestion typed) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return new Consultation(
                id, UUID.fromString(resident.id()), typed.anonymous() ? null : resident.name(), advisor(city, typed),
                typed.field(), typed.region(), advisors.township(city, typed.region()),
                words.title(city.id(), id, NewQuestion.clean(typed.title())), false, ConsultationStatus.ASKED, false, null,
                due(city, now), now, null, null, 0, null);
    }

    private String advisor(City city, NewQuestion typed) {
        boolean chosen = typed.advisor() != null && !typed.advisor().isBlank();
        return (chosen ? advisors.find(city, typed.advisor()) : advisors.find(city, AdvisorWish.near(typed.region())).findFirst())
                .map(LegalAdvisor::login)
                .orElseThrow(LegalRefusals::noAdvisor);
    }

    /** When an answer to what is asked now is due, in the city's working days. */
    Instant due(City city, Instant now) {
        return calendars.of(city).plus(now, LegalSettings.of(city).answer());
    }

    /** Spaces do not make another person. Null where nothing was typed. */
    private byte[] digest(City city, String name) {
        String one = NewQuestion.clean(name).replaceAll("\\s+", "");
        return one.isEmpty() ? null : index.digest(city.id(), Purpose.IDENTITY, one);
    }

    private Uni<String> add(
            SqlConnection connection, Caller resident, Consultation it, NewQuestion typed, byte[] client, byte[] other) {
        Statements on = Statements.on(connection);
        return Consultations.bound(on, resident.tenant(), it.advisor(), it.resident(), client, other)
                .map(it::bound)
                .call(asked -> Consultations.add(on, resident.tenant(), asked, client, other))
                .call(() -> words.add(on, resident.tenant(), it.id(), null, NewQuestion.clean(typed.words()), it.askedAt()))
                .call(asked -> step.happened(connection, resident, it.id(), "ConsultationAsked", facts(asked), it.askedAt()))
                .map(asked -> asked.id().toString());
    }

    private static Map<String, Object> facts(Consultation it) {
        return Map.of(
                "advisor", it.advisor(), "field", it.field(), "region", it.region(), "dueAt", it.dueAt().toString(),
                "conflict", it.conflict());
    }
}
