package cn.shiyu.moralbank.deed;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
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
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who did a deed that another told accepts or declines it: by the code their friend gave them and their own phone number. */
@ApplicationScoped
public class ClaimFlow {

    private static final int TRIES = 5;
    private static final int TRIES_AN_HOUR = 20;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    MemberQueries members;

    @Inject
    RateLimiter limiter;

    @Inject
    TellFlow telling;

    @Inject
    DeedStep step;

    /**
     * @param accepts false declines it: then nobody else ever hears of it
     * @return the deed's id
     * @throws Refusal 422 {@code code} for a wrong code or phone, whichever it was; 409 {@code not-a-member} for who accepts;
     *     409 {@code own-tale} for who told it
     */
    public Uni<UUID> claim(Caller resident, String code, String phone, boolean accepts) {
        City city = cities.byId(resident.tenant());
        return limiter.admit(city.id(), "deed-claim", resident.id(), TRIES_AN_HOUR, Duration.ofHours(1))
                // A wrong phone must be counted: its refusal comes after the transaction.
                .chain(() -> sql.inTx(city.id(), connection -> Deeds.byClaim(Statements.on(connection), city.id(), telling.claim(city, code))
                        .chain(found -> claim(connection, city, resident, found, phone, accepts))))
                .map(claimed -> claimed.orElseThrow(() -> DeedRefusals.field("code", "deed.claim")));
    }

    private Uni<Optional<UUID>> claim(
            SqlConnection connection, City city, Caller resident, Optional<Deed> found, String phone, boolean accepts) {
        if (found.isEmpty() || found.get().status() != DeedStatus.CLAIMING || found.get().tries() >= TRIES) {
            return Uni.createFrom().item(Optional.empty());
        }
        Deed it = found.get();
        if (!MessageDigest.isEqual(it.phone(), telling.phone(city, phone))) {
            return Deeds.wrong(Statements.on(connection), city.id(), it.id()).replaceWith(Optional.empty());
        }
        UUID doer = UUID.fromString(resident.id());
        if (doer.equals(it.teller())) {
            throw DeedRefusals.conflict("own-tale", "deed.ownTale");
        }
        return (accepts ? accept(connection, city, resident, it, doer) : decline(connection, city, resident, it))
                .replaceWith(Optional.of(it.id()));
    }

    private Uni<Void> accept(SqlConnection connection, City city, Caller resident, Deed it, UUID doer) {
        DeedStatus to = DeedTransitions.after(DeedAction.ACCEPT, it.status(), DeedStanding.DOER);
        Instant now = step.now();
        return members.lock(connection, city.id(), doer)
                .invoke(member -> member.orElseThrow(MemberRefusals::notMember))
                .chain(() -> Deeds.claimed(Statements.on(connection), city.id(), it.id(), to, doer))
                .chain(() -> step.happened(connection, resident, it.unit(), it.id(), "DeedAccepted", Map.of(), now))
                .chain(() -> step.tell(Statements.on(connection), city.id(), it.teller(), it.id(), "accepted", now));
    }

    private Uni<Void> decline(SqlConnection connection, City city, Caller resident, Deed it) {
        DeedStatus to = DeedTransitions.after(DeedAction.DECLINE, it.status(), DeedStanding.DOER);
        return Deeds.claimed(Statements.on(connection), city.id(), it.id(), to, null)
                .chain(() -> step.happened(connection, Caller.system(city.id(), "deed"), null, it.id(), "DeedDeclined", Map.of(), step.now()));
    }

    /** @throws Refusal 404 for others; 409 once it is decided */
    public Uni<Void> withdraw(Caller resident, UUID id) {
        return step.take(resident, id, DeedAction.WITHDRAW, at -> Deeds.move(at.sql(), at.tenant(), id, at.next())
                .chain(() -> step.happened(at, "DeedWithdrawn", Map.of())));
    }
}
