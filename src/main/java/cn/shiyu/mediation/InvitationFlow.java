package cn.shiyu.mediation;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.Masking;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The other party comes in by a link. The link alone shows that somebody asks for a mediation of some kind, and till when to
 * answer; whoever signs in and knows the last digits of the number that was invited becomes the other party.
 */
@ApplicationScoped
public class InvitationFlow {

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Invitations invitations;

    @Inject
    Parties parties;

    @Inject
    MediationStep step;

    /** All that a link shows. @param from masked name of who asks @param until answer by then @param open whether it still leads in */
    public record Glance(String shelf, String from, Instant until, boolean open) {}

    /** @throws Refusal 404 for a link that is none */
    public Uni<Glance> glance(City city, String token) {
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return invited(on, city, token)
                    .chain(found -> Mediations.find(on, city.id(), found.mediation())
                            .map(it -> it.orElseThrow(Refusal::notFound))
                            .chain(it -> parties.of(on, city.id(), it.id()).map(both -> new Glance(
                                    MediationSettings.of(city).shelfName(it.shelf()),
                                    Masking.name(both.get(Side.APPLICANT).name()),
                                    it.answerDue(),
                                    opens(found, it)))));
        });
    }

    private static boolean opens(Invitations.Invitation found, Mediation it) {
        return !found.shut() && !found.used() && it.status() == MediationStatus.RESPONDENT_CHOOSES;
    }

    /**
     * Makes the caller the other party.
     *
     * @param digits the last four of the phone number that was invited
     * @return the mediation's id; the same again for who is it already
     * @throws Refusal 422 {@code digits}; 410 {@code invitation-closed} once used by another, shut or over; 409 for the applicant
     */
    public Uni<UUID> open(Caller resident, String token, String digits) {
        City city = cities.byId(resident.tenant());
        // What was wrong must be counted: the refusal comes after the transaction.
        return sql.inTx(city.id(), connection -> open(connection, city, resident, token, Typing.digits(digits)))
                .map(opened -> {
                    if (opened == null) {
                        throw MediationRefusals.field("digits", "digits");
                    }
                    return opened;
                });
    }

    private Uni<UUID> open(SqlConnection connection, City city, Caller resident, String token, String digits) {
        Statements on = Statements.on(connection);
        UUID who = UUID.fromString(resident.id());
        return invited(on, city, token).chain(found -> Mediations.lock(on, city.id(), found.mediation())
                .map(it -> it.orElseThrow(Refusal::notFound))
                .chain(it -> {
                    if (who.equals(it.respondent())) {
                        return Uni.createFrom().item(it.id());
                    }
                    if (who.equals(it.applicant())) {
                        throw MediationRefusals.ownInvitation();
                    }
                    if (!opens(found, it) || it.respondent() != null) {
                        throw MediationRefusals.invitationClosed();
                    }
                    return parties.of(on, city.id(), it.id())
                            .chain(both -> fits(both.get(Side.RESPONDENT).phone(), digits)
                                    ? join(connection, city, resident, it, token)
                                    : invitations.wrong(on, city.id(), token).replaceWith((UUID) null));
                }));
    }

    private static boolean fits(String phone, String digits) {
        return digits.length() == 4 && phone.endsWith(digits);
    }

    private Uni<UUID> join(SqlConnection connection, City city, Caller resident, Mediation it, String token) {
        Statements on = Statements.on(connection);
        Instant now = step.now();
        return Mediations.joined(on, city.id(), it.id(), UUID.fromString(resident.id()))
                .chain(() -> invitations.use(on, city.id(), token, now))
                .chain(() -> step.happened(connection, resident, it.id(), "RespondentCame", Map.of(), now))
                .replaceWith(it.id());
    }

    private Uni<Invitations.Invitation> invited(Statements on, City city, String token) {
        if (!MediationSettings.of(city).offered()) {
            throw Refusal.notFound();
        }
        return invitations.find(on, city.id(), token).map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** A new link in place of one that was lost or shut. @throws Refusal 409 once the other party is there */
    public Uni<Void> renew(Caller resident, UUID id) {
        return step.take(resident, id, MediationAction.INVITE_AGAIN, at -> {
            if (at.it().respondent() != null) {
                throw MediationRefusals.already();
            }
            return invitations.add(at.sql(), at.tenant(), id)
                    .chain(() -> step.happened(at, "InvitationRenewed", Map.of()));
        });
    }
}
