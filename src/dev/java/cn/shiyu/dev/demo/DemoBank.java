package cn.shiyu.dev.demo;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.DemoSubjects;
import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.StaffDirectory;
import cn.shiyu.identity.Surface;
import cn.shiyu.moralbank.award.AwardKind;
import cn.shiyu.moralbank.award.AwardUnit;
import cn.shiyu.moralbank.award.Awards;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.moralbank.award.Earned;
import cn.shiyu.moralbank.budget.BudgetFlow;
import cn.shiyu.moralbank.budget.BudgetQueries;
import cn.shiyu.moralbank.honour.Consent;
import cn.shiyu.moralbank.honour.ConsentFlow;
import cn.shiyu.moralbank.honour.Naming;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.member.JoinFlow;
import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The sponsors of the tenant file with their money, and {@code resident1} as a member with some invented deeds behind them. */
@ApplicationScoped
class DemoBank {

    private static final int DEEDS = 12;
    private static final int EVERY_DAYS = 6;
    private static final long MINUTES = 90;

    @Inject
    TenantSql sql;

    @Inject
    StaffDirectory staff;

    @Inject
    ResidentFlow residents;

    @Inject
    Regions regions;

    @Inject
    Calendars calendars;

    @Inject
    BudgetQueries budgets;

    @Inject
    BudgetFlow flow;

    @Inject
    JoinFlow joining;

    @Inject
    ConsentFlow honour;

    @Inject
    Awards awards;

    @Inject
    Clock clock;

    /** Nothing where there is no bank, or it has budgets already. */
    Uni<Void> load(City city) {
        BankSettings settings = BankSettings.of(city);
        if (!settings.offered()) {
            return Uni.createFrom().voidItem();
        }
        Caller clerk = clerk(city);
        return budgets.page(clerk, null).chain(page -> page.items().isEmpty()
                ? each(settings.sponsors(), sponsor -> fund(clerk, sponsor)).chain(() -> member(city, settings))
                : Uni.createFrom().voidItem());
    }

    private Uni<Void> fund(Caller clerk, BankSettings.Sponsor it) {
        return flow.open(clerk, it.sponsor(), it.name(), it.region())
                .chain(budget -> flow.fund(clerk, budget, IdempotencyKey.fresh(), Long.toString(it.yuan()), it.paper()))
                .replaceWithVoid();
    }

    private Uni<Void> member(City city, BankSettings settings) {
        String home = regions.of(city).ofLevel(RegionLevel.VILLAGE).stream().map(Region::code).findFirst().orElseThrow();
        LocalDate today = calendars.of(city).date(clock.instant());
        return residents.ofSubject(city.id(), DemoSubjects.of(city.id(), "resident1").toString())
                .chain(id -> joining.join(resident(city, id), "小满", home, true).replaceWith(id))
                .call(id -> honour.say(resident(city, id), new Consent(true, true, Naming.MASKED, null), false))
                .chain(id -> each(IntStream.range(0, DEEDS).boxed().toList(), i -> deed(city, settings, id, i, today)));
    }

    private Uni<Void> deed(City city, BankSettings settings, UUID resident, int i, LocalDate today) {
        AwardKind kind = settings.rules().kinds().get(i % settings.rules().kinds().size());
        Earned earned = new Earned(
                resident, kind.code(), kind.unit() == AwardUnit.EACH ? 1 : MINUTES, today.minusDays((long) (DEEDS - i) * EVERY_DAYS), null,
                source(city, kind, i));
        return sql.inTx(city.id(), connection -> awards.grant(connection, Caller.system(city.id(), "demo"), earned)).replaceWithVoid();
    }

    /** As if it had come by the kind's own way, so that the book of good deeds has something to show. */
    private static Source source(City city, AwardKind kind, int i) {
        boolean reported = VolunteeringSettings.of(city).reports().stream().anyMatch(one -> one.code().equals(kind.code()));
        String type = kind.unit() == AwardUnit.EACH ? "deed" : "activity";
        String id = UUID.nameUUIDFromBytes((city.id() + ":demo-deed-" + i).getBytes(StandardCharsets.UTF_8)).toString();
        return new Source(reported ? "report" : type, id);
    }

    private static Caller resident(City city, UUID id) {
        return new Caller(city.id(), ActorKind.RESIDENT, id.toString(), "居民", Set.of(), Surface.PORTAL);
    }

    private Caller clerk(City city) {
        return staff.of(city.id()).stream()
                .filter(member -> member.posts().stream().anyMatch(post -> post.role() == Role.BANK_CLERK))
                .findFirst()
                .map(member -> new Caller(
                        city.id(), ActorKind.STAFF, member.login(), member.name(), Set.copyOf(member.posts()), Surface.CONSOLE))
                .orElseThrow();
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom().iterable(all).onItem().transformToUniAndConcatenate(work::apply).collect().last().replaceWithVoid();
    }
}
