package cn.shiyu.mediation;

import cn.shiyu.agreement.AgreementQueries;
import cn.shiyu.platform.files.FileQueries;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Photo;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one mediation whole, as one of the three may see it. */
@ApplicationScoped
class MediationReader {

    @Inject
    MediationViews views;

    @Inject
    MarketQueries market;

    @Inject
    Parties parties;

    @Inject
    Invitations invitations;

    @Inject
    MediationWords words;

    @Inject
    EvidenceFlow evidence;

    @Inject
    Meetings meetings;

    @Inject
    Assignments assignments;

    @Inject
    FollowUps followUps;

    @Inject
    FileQueries files;

    @Inject
    AgreementQueries agreements;

    /** What was read in one transaction, to be made a view of after it. */
    record Parts(
            Mediation it, MediationStanding by, Map<Side, Party> both, List<String> proposed, List<MediationWords.Word> said,
            List<MediationView.Shown> shown, List<Meeting> meetings, List<Assignment> turns,
            List<MediationView.FollowUp> followUps, Optional<String> link,
            Optional<AgreementQueries.Brief> agreement) {}

    Uni<Parts> read(SqlConnection connection, City city, Mediation it, MediationStanding by) {
        Statements on = Statements.on(connection);
        boolean inside = by != MediationStanding.RESPONDENT || it.isJoined();
        return Uni.combine()
                .all()
                .unis(
                        parties.of(on, city.id(), it.id()),
                        proposed(on, city, it),
                        inside ? words.of(on, city.id(), it.id(), by.side()) : MediationReader.<MediationWords.Word>none(),
                        inside ? shown(connection, city, it, by) : MediationReader.<MediationView.Shown>none(),
                        inside ? meetings.of(on, city.id(), it.id()) : MediationReader.<Meeting>none(),
                        assignments.of(on, city.id(), it.id()),
                        followUps.of(on, city.id(), it.id()),
                        link(on, city, it, by),
                        agreements.of(connection, city, MediationAgreements.TYPE, it.id()))
                .with((both, proposed, said, shown, planned, turns, kept, link, agreement) ->
                        new Parts(it, by, both, proposed, said, shown, planned, turns, kept, link, agreement));
    }

    /** Outside the transaction: cards take connections of their own. */
    Uni<MediationView> view(City city, Parts read) {
        Mediation it = read.it();
        MediationStanding by = read.by();
        List<String> proposed = read.proposed();
        Map<Side, Party> both = read.both();
        MediationSettings settings = MediationSettings.of(city);
        List<String> logins = new ArrayList<>(proposed);
        Optional.ofNullable(it.mediator()).ifPresent(logins::add);
        Optional.ofNullable(it.handTo()).ifPresent(logins::add);
        return market.these(city, logins).map(cards -> {
            Map<String, MediatorCard> byLogin = cards.stream()
                    .collect(Collectors.toMap(MediatorCard::login, card -> card, (one, same) -> one, LinkedHashMap::new));
            boolean choosing = it.status() == MediationStatus.RESPONDENT_CHOOSES || it.status() == MediationStatus.APPLICANT_CHOOSES;
            return new MediationView(
                    it.id(), views.title(city, it), settings.shelfName(it.shelf()), views.place(city, it), it.status(), by,
                    byLogin.get(it.mediator()),
                    choosing ? proposed.stream().filter(byLogin::containsKey).map(byLogin::get).toList() : List.of(),
                    MediationViews.seen(both, Side.APPLICANT, by, it.isJoined()),
                    MediationViews.seen(both, Side.RESPONDENT, by, it.isJoined()),
                    it.isJoined(), read.link().orElse(null),
                    by == MediationStanding.APPLICANT ? it.caseNumber() : null, it.appliedAt(), it.answerDue(), it.dueAt(),
                    it.endedAt(), byLogin.get(it.handTo()), it.handApplicant(), it.handRespondent(),
                    MediationViews.acts(it, by), read.said().stream().map(MediationReader::word).toList(),
                    read.shown(), read.meetings(),
                    read.turns().stream().map(turn -> turn(settings, turn, by)).toList(), read.followUps(),
                    read.agreement().orElse(null));
        });
    }

    private static MediationView.Word word(MediationWords.Word one) {
        return new MediationView.Word(
                one.by().name(), one.aside() == null ? null : one.aside().name(), one.words(), one.at());
    }

    /** Why a mediator went is between them and whoever asked for it. */
    private static MediationView.Turn turn(MediationSettings settings, Assignment one, MediationStanding by) {
        return new MediationView.Turn(
                settings.mediator(one.mediator()).map(Mediator::name).orElse(one.mediator()),
                settings.bodies().stream().filter(body -> body.code().equals(one.body())).map(MediationBody::name)
                        .findFirst().orElse(one.body()),
                one.kind().name(), one.taken(), one.left(), by == MediationStanding.MEDIATOR ? one.words() : null);
    }

    private static Uni<List<String>> proposed(Statements on, City city, Mediation it) {
        return Choosing.of(on, city.id(), it.id(), it.round());
    }

    private Uni<Optional<String>> link(Statements on, City city, Mediation it, MediationStanding by) {
        boolean open = by == MediationStanding.APPLICANT && it.respondent() == null
                && it.status() == MediationStatus.RESPONDENT_CHOOSES;
        return open
                ? invitations.token(on, city.id(), it.id()).map(token -> token.map(one -> "/invitations/" + one))
                : Uni.createFrom().item(Optional.<String>empty());
    }

    private Uni<List<MediationView.Shown>> shown(SqlConnection connection, City city, Mediation it, MediationStanding by) {
        return evidence.of(Statements.on(connection), city.id(), it.id())
                .chain(items -> files.of(
                                connection, city.id(), EvidenceFlow.FILES, items.stream().map(Evidence::id).toList())
                        .map(kept -> items.stream()
                                .map(item -> shown(item, kept.getOrDefault(item.id(), List.of()), by))
                                .toList()));
    }

    private static MediationView.Shown shown(Evidence item, List<FileRef> kept, MediationStanding by) {
        List<Photo> photos = kept.stream()
                .filter(FileRef::isPhoto)
                .map(file -> new Photo(file.url(), file.thumbUrl(), Messages.get("mediation.evidencePhoto", item.name())))
                .toList();
        List<String> sounds = kept.stream().filter(file -> !file.isPhoto()).map(FileRef::url).toList();
        return new MediationView.Shown(item, photos, sounds, by.side() == item.side());
    }

    private static <T> Uni<List<T>> none() {
        return Uni.createFrom().item(List.of());
    }
}
