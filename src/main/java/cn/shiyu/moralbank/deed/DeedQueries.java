package cn.shiyu.moralbank.deed;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import cn.shiyu.platform.files.FileQueries;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Photo;
import cn.shiyu.region.Region;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Good deeds to read: one's own, those a committee is to review, appeals for the clerk. */
@ApplicationScoped
public class DeedQueries {

    private static final int PAGE = 20;
    private static final String AFTER = "select told_at, deed_id from good_deed where tenant_id = $1 and deed_id = $3";
    private static final String OWN = Deed.COLUMNS + " and (teller = $2 or doer = $2) and (cast($3 as uuid) is null or (told_at, deed_id) < ("
            + AFTER + ")) order by told_at desc, deed_id desc limit $4";
    private static final String REVIEW = Deed.COLUMNS + """
             and unit_code = any($2) and status = 'REVIEW'
             and not exists (select 1 from deed_vote v where v.tenant_id = $1 and v.deed_id = good_deed.deed_id and v.member = $5)
             and (cast($3 as uuid) is null or (told_at, deed_id) > (""" + AFTER + ")) order by told_at, deed_id limit $4";
    private static final String APPEALS = Deed.COLUMNS + """
             and status = 'APPEALED' and (cast($2 as uuid) is null or (appeal_until, deed_id) >
               (select appeal_until, deed_id from good_deed where tenant_id = $1 and deed_id = $2))
             order by appeal_until, deed_id limit $3""";
    private static final String ODD = """
            select exists (select 1 from deed_photo p join deed_photo q on q.tenant_id = p.tenant_id and q.sm3 = p.sm3 and q.deed_id <> p.deed_id
                where p.tenant_id = $1 and p.deed_id = $2),
              exists (select 1 from good_deed o where o.tenant_id = $1 and o.words_digest = d.words_digest and o.deed_id <> d.deed_id),
              exists (select 1 from good_deed o where o.tenant_id = $1 and o.region_code = d.region_code and o.deed_id <> d.deed_id
                and o.told_at >= date_trunc('minute', d.told_at) and o.told_at < date_trunc('minute', d.told_at) + interval '1 minute')
            from good_deed d where d.tenant_id = $1 and d.deed_id = $2""";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    @Inject
    FileQueries files;

    @Inject
    DeedStep step;

    /** Told or done by a resident, newest first. */
    public Uni<Page<DeedView>> own(Caller resident, String after) {
        return list(resident, OWN, UUID.fromString(resident.id()), id(after), PAGE + 1);
    }

    /** What waits for this member's vote, the longest waiting first. */
    public Uni<Page<DeedView>> review(Caller member, String after) {
        String[] units = member.posts().stream().filter(post -> post.role() == Role.COMMITTEE).map(Post::unit).toArray(String[]::new);
        return list(member, REVIEW, units, id(after), PAGE + 1, member.id());
    }

    /** Appeals to be decided, nearest to their limit first. @throws Refusal 403 for who is no clerk of the bank */
    public Uni<Page<DeedView>> appeals(Caller clerk, String after) {
        if (!clerk.holds(Role.BANK_CLERK)) {
            throw DeedRefusals.notYours();
        }
        return list(clerk, APPEALS, id(after), PAGE + 1);
    }

    private Uni<Page<DeedView>> list(Caller caller, String query, Object... more) {
        City city = cities.byId(caller.tenant());
        Object[] all = new Object[more.length + 1];
        all[0] = city.id().value();
        System.arraycopy(more, 0, all, 1, more.length);
        return sql.inTx(city.id(), connection -> Statements.on(connection).select(query, all))
                .map(lines -> lines.stream().map(Deed::of).map(it -> view(city, caller, it, List.of(), null, List.of())).toList())
                .map(found -> new Page<>(
                        found.stream().limit(PAGE).toList(), found.size() > PAGE ? found.get(PAGE - 1).id().toString() : null));
    }

    /** @throws Refusal 404 for whoever has nothing to do with it */
    public Uni<DeedView> one(Caller caller, UUID id) {
        City city = cities.byId(caller.tenant());
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return Deeds.find(on, city.id(), id)
                    .map(found -> found.orElseThrow(Refusal::notFound))
                    .invoke(it -> DeedStep.standing(caller, it))
                    .chain(it -> files.of(connection, city.id(), TellFlow.FILES, id)
                            .chain(photos -> caller.isStaff()
                                    ? weighed(connection, city, caller, it, photos)
                                    : Uni.createFrom().item(view(city, caller, it, photos, null, List.of()))));
        });
    }

    private Uni<DeedView> weighed(SqlConnection connection, City city, Caller staff, Deed it, List<FileRef> photos) {
        Statements on = Statements.on(connection);
        return Deeds.votes(on, city.id(), it.id()).chain(votes -> on.first(ODD, city.id().value(), it.id())
                .map(line -> Arrays.stream(DeedOddity.values()).filter(odd -> line.orElseThrow().truth(odd.ordinal())).toList())
                .map(odd -> view(city, staff, it, photos, votes(staff, votes), odd)));
    }

    /** A member who has not voted yet does not see how others did. */
    private static DeedView.Votes votes(Caller staff, List<Deeds.Vote> votes) {
        String own = votes.stream().filter(one -> one.member().equals(staff.id())).map(Deeds.Vote::vote).findFirst().orElse(null);
        return own == null && !staff.holds(Role.BANK_CLERK)
                ? new DeedView.Votes(0, 0, 0, null)
                : new DeedView.Votes(count(votes, Verdict.AGREE), count(votes, Verdict.REFUSE), count(votes, Verdict.RECUSED), own);
    }

    private static long count(List<Deeds.Vote> votes, String which) {
        return votes.stream().filter(one -> one.vote().equals(which)).count();
    }

    private DeedView view(
            City city, Caller reader, Deed it, List<FileRef> photos, DeedView.Votes votes, List<DeedOddity> odd) {
        DeedStanding standing = DeedStep.standing(reader, it);
        boolean doer = standing == DeedStanding.DOER;
        boolean inside = doer || standing == DeedStanding.CLERK;
        boolean voted = votes != null && votes.own() != null;
        boolean late = it.appealUntil() != null && step.now().isAfter(it.appealUntil());
        List<String> acts = Arrays.stream(DeedAction.values())
                .filter(action -> DeedTransitions.may(action, it.status(), standing))
                .filter(action -> !(action == DeedAction.VOTE && voted) && !(action == DeedAction.APPEAL && late))
                .map(Enum::name)
                .toList();
        return new DeedView(
                it.id(), it.status(), VolunteeringSettings.of(city).deed(it.kind()).map(VolunteeringSettings.Kind::name).orElse(it.kind()),
                regions.of(city).find(it.region()).map(Region::fullName).orElse(it.region()), it.doneOn(),
                step.open(city.id(), it.id(), "words", it.words()), it.own(), doer, it.toldAt(), it.claimUntil(), photos(photos),
                inside ? step.open(city.id(), it.id(), "reason", it.reason()) : null, it.appealUntil(),
                inside ? step.open(city.id(), it.id(), "appeal", it.appeal()) : null,
                inside ? step.open(city.id(), it.id(), "answer", it.answer()) : null, doer ? it.points() : null,
                doer ? it.capped() : null, acts, votes, odd);
    }

    private static List<Photo> photos(List<FileRef> files) {
        return files.stream()
                .filter(FileRef::isPhoto)
                .map(file -> new Photo(file.url(), file.thumbUrl(), Messages.get("earn.deed.photo")))
                .toList();
    }

    private static UUID id(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
