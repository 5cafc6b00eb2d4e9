package cn.shiyu.agreement;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.law.ArticleRef;
import cn.shiyu.law.LawQueries;
import cn.shiyu.platform.crypto.Masking;
import cn.shiyu.platform.crypto.Sm3;
import cn.shiyu.platform.files.FileWorkers;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Agreements to read and their papers to keep. */
@ApplicationScoped
public class AgreementQueries {

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    AgreementStep step;

    @Inject
    AgreementWords words;

    @Inject
    AgreementPapers papers;

    @Inject
    Signers signers;

    @Inject
    Duties duties;

    @Inject
    LawQueries laws;

    @Inject
    FileWorkers workers;

    /** A paper with the name under which it is kept. */
    public record Named(String name, String mediaType, byte[] bytes) {}

    /** What an agreement's subject shows of it. */
    public record Brief(UUID id, AgreementStatus status, Confirmation confirmation, Instant inForceAt) {}

    private record Read(
            Agreement it, AgreementStanding standing, Map<AgreementSide, Signer> both, List<Duty> duties) {}

    /** @throws Refusal 404 for everybody but its parties and who mediates it */
    public Uni<AgreementView> one(Caller caller, UUID id) {
        return read(caller, id).map(read -> view(cities.byId(caller.tenant()), read));
    }

    private Uni<Read> read(Caller caller, UUID id) {
        return sql.inTx(caller.tenant(), connection -> Agreements.find(Statements.on(connection), caller.tenant(), id)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(it -> read(connection, caller, it)));
    }

    private Uni<Read> read(SqlConnection connection, Caller caller, Agreement it) {
        Statements on = Statements.on(connection);
        return signers.of(on, caller.tenant(), it.id()).chain(both -> step.standing(connection, caller, it, both)
                .chain(standing -> duties.of(on, caller.tenant(), it.id())
                        .map(owed -> new Read(it, standing, both, owed))));
    }

    /** What there is for a subject, newest first, for who may see the subject. */
    public Uni<Optional<Brief>> of(SqlConnection connection, City city, String subjectType, UUID subject) {
        return Agreements.of(Statements.on(connection), city.id(), subjectType, subject)
                .map(found -> found.stream()
                        .filter(one -> one.status() != AgreementStatus.ABANDONED)
                        .findFirst()
                        .map(one -> new Brief(one.id(), one.status(), one.confirmation(), one.inForceAt())));
    }

    private AgreementView view(City city, Read read) {
        Agreement it = read.it();
        LocalDate today = calendars.of(city).date(step.now());
        return new AgreementView(
                it.id(), AgreementPapers.number(it), it.kind(), it.status(), read.standing(), it.subjectType(), it.subject(),
                it.mediatorName(), it.bodyName(), words.facts(city.id(), it), words.terms(city.id(), it),
                Arrays.stream(AgreementSide.values()).map(side -> party(read, side)).toList(), read.duties(),
                laws(city, it, today), it.inForceAt(), it.sm3() == null ? null : HexFormat.of().formatHex(it.sm3()),
                it.confirmation(), it.confirmDue(), it.court(), it.ruling(), acts(read), today);
    }

    private static AgreementView.Party party(Read read, AgreementSide side) {
        Signer one = read.both().get(side);
        boolean own = read.standing().side() == side;
        boolean plain = own || read.standing() == AgreementStanding.MEDIATOR;
        return new AgreementView.Party(
                side, one.name(), plain ? one.phone() : Masking.phone(one.phone()), one.signedAt(), one.wantsConfirmation(), own);
    }

    private static List<String> acts(Read read) {
        Signer own = read.standing().side() == null ? null : read.both().get(read.standing().side());
        Confirmation state = read.it().confirmation();
        return Arrays.stream(AgreementAction.values())
                .filter(action -> AgreementTransitions.may(action, read.it().status(), read.standing()))
                .filter(action -> switch (action) {
                    case SIGN -> own != null && !own.signed();
                    case WANT_CONFIRMATION -> own != null && !own.wantsConfirmation() && state == Confirmation.NONE;
                    case SUBMIT -> state == Confirmation.READY
                            || (state == Confirmation.LAPSED && read.both().values().stream().allMatch(Signer::wantsConfirmation));
                    case RULE -> state == Confirmation.SUBMITTED;
                    default -> true;
                })
                .map(Enum::name)
                .toList();
    }

    private List<AgreementView.Law> laws(City city, Agreement it, LocalDate today) {
        return AgreementSettings.of(city).template(it.template()).laws().stream()
                .flatMap(text -> ArticleRef.of(text).stream())
                .flatMap(ref -> laws.article(city, ref, today).stream()
                        .map(hit -> new AgreementView.Law(hit.citation(), ref)))
                .toList();
    }

    /** The frozen paper. @throws Refusal 404 before it is in force */
    public Uni<byte[]> paper(Caller caller, UUID id) {
        return read(caller, id)
                .chain(read -> frozen(caller, id))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    /** 司法确认申请书. @throws Refusal 404 before both want it */
    public Uni<byte[]> application(Caller caller, UUID id) {
        City city = cities.byId(caller.tenant());
        return read(caller, id).chain(read -> {
            if (!isApplied(read.it().confirmation())) {
                throw Refusal.notFound();
            }
            return workers.run(() -> papers.application(city, read.it(), read.duties(), read.both()));
        });
    }

    /** All papers of a subject's agreement, for its dossier and for arbitration or court; none before it is in force. */
    public Uni<List<Named>> papers(Caller caller, UUID id) {
        City city = cities.byId(caller.tenant());
        return read(caller, id).chain(read -> frozen(caller, id).chain(paper -> paper.isEmpty()
                ? Uni.createFrom().item(List.<Named>of())
                : workers.run(() -> named(city, read, paper.get()))));
    }

    private Uni<Optional<byte[]>> frozen(Caller caller, UUID id) {
        return sql.inTx(caller.tenant(), connection -> Agreements.paper(Statements.on(connection), caller.tenant(), id))
                .map(found -> found.map(sealed -> words.openPaper(caller.tenant(), id, sealed)));
    }

    private static boolean isApplied(Confirmation state) {
        return state != Confirmation.NONE && state != Confirmation.LAPSED;
    }

    private List<Named> named(City city, Read read, byte[] paper) {
        String pdf = "application/pdf";
        Named agreement = new Named("agreement.pdf", pdf, paper);
        Named standing = new Named(
                "standing.pdf", pdf, papers.standing(city, read.it(), read.duties(), read.both(), step.now()));
        return !isApplied(read.it().confirmation())
                ? List.of(agreement, standing)
                : List.of(agreement, standing, new Named(
                        "confirmation-application.pdf", pdf, papers.application(city, read.it(), read.duties(), read.both())));
    }

    /** Whether this very paper is in force in the city, and since when. */
    public Uni<Optional<Instant>> verify(City city, byte[] paper) {
        return sql.inTx(city.id(), connection -> Agreements.same(Statements.on(connection), city.id(), Sm3.digest(paper)));
    }
}
