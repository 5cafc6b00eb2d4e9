package cn.shiyu.dev.demo;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.DemoSubjects;
import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.StaffDirectory;
import cn.shiyu.identity.Surface;
import cn.shiyu.moralbank.award.BankSettings;
import cn.shiyu.moralbank.budget.Budget;
import cn.shiyu.moralbank.budget.BudgetQueries;
import cn.shiyu.moralbank.team.TeamFlow;
import cn.shiyu.moralbank.team.TeamQueries;
import cn.shiyu.moralbank.team.TreasurerFlow;
import cn.shiyu.moralbank.till.MerchantFlow;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** {@code resident1} is treasurer of an invented team, {@code resident2} stands at a shop's till: somebody to pay, and somebody to be paid. */
@ApplicationScoped
class DemoPurses {

    private static final String TEAM = "城东志愿服务队";

    @Inject
    StaffDirectory staff;

    @Inject
    ResidentFlow residents;

    @Inject
    BudgetQueries budgets;

    @Inject
    TeamQueries teams;

    @Inject
    TeamFlow flow;

    @Inject
    TreasurerFlow treasurers;

    @Inject
    MerchantQueries merchants;

    @Inject
    MerchantFlow shops;

    /** After the bank's own demonstration; nothing where there is no bank, or teams are there already. */
    Uni<Void> load(City city) {
        if (!BankSettings.of(city).offered()) {
            return Uni.createFrom().voidItem();
        }
        Caller clerk = clerk(city);
        return teams.page(clerk, "", null).chain(page -> page.items().isEmpty()
                ? team(city, clerk).chain(() -> seller(city, clerk))
                : Uni.createFrom().voidItem());
    }

    private Uni<Void> team(City city, Caller clerk) {
        return budgets.page(clerk, null).map(page -> page.items().stream().filter(one -> one.left() > 0).findFirst()).chain(budget -> budget
                .map(from -> team(city, clerk, from))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> team(City city, Caller clerk, Budget from) {
        return flow.register(clerk, TEAM, from.region())
                .call(team -> flow.award(clerk, team, IdempotencyKey.fresh(), from.account().toString(), "200", "组织清理河道"))
                .chain(team -> flow.bindCode(clerk, team))
                .chain(code -> resident(city, "resident1").chain(who -> treasurers.bind(who, code)));
    }

    private Uni<Void> seller(City city, Caller clerk) {
        return merchants.page(clerk, "", null).map(page -> page.items().stream().findFirst()).chain(shop -> shop
                .map(one -> shops.bindCode(clerk, one.id()).chain(code -> resident(city, "resident2").chain(who -> shops.bind(who, code))))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Caller> resident(City city, String login) {
        return residents.ofSubject(city.id(), DemoSubjects.of(city.id(), login).toString()).map((UUID id) -> new Caller(
                city.id(), ActorKind.RESIDENT, id.toString(), "居民", Set.of(), Surface.PORTAL));
    }

    private Caller clerk(City city) {
        return staff.of(city.id()).stream()
                .filter(member -> member.posts().stream().anyMatch(post -> post.role() == Role.BANK_CLERK))
                .findFirst()
                .map(member -> new Caller(
                        city.id(), ActorKind.STAFF, member.login(), member.name(), Set.copyOf(member.posts()), Surface.CONSOLE))
                .orElseThrow();
    }
}
