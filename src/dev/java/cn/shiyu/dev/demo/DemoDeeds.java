package cn.shiyu.dev.demo;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.DemoSubjects;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.StaffDirectory;
import cn.shiyu.identity.StaffMember;
import cn.shiyu.identity.Surface;
import cn.shiyu.moralbank.deed.Tale;
import cn.shiyu.moralbank.deed.TellFlow;
import cn.shiyu.moralbank.member.JoinFlow;
import cn.shiyu.moralbank.volunteering.ActivityDraft;
import cn.shiyu.moralbank.volunteering.ActivityFlow;
import cn.shiyu.moralbank.volunteering.OrganiserQueries;
import cn.shiyu.moralbank.volunteering.SignUpFlow;
import cn.shiyu.moralbank.volunteering.VolunteeringSettings;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Three invented activities and two good deeds of {@code resident1}, so that a demonstration shows how points are earned. */
@ApplicationScoped
class DemoDeeds {

    @Inject
    ResidentFlow residents;

    @Inject
    StaffDirectory staff;

    @Inject
    Units units;

    @Inject
    Regions regions;

    @Inject
    Calendars calendars;

    @Inject
    JoinFlow joining;

    @Inject
    ActivityFlow activities;

    @Inject
    OrganiserQueries published;

    @Inject
    SignUpFlow signing;

    @Inject
    TellFlow telling;

    /** Nothing where there is no community with an organiser, or activities already. */
    Uni<Void> load(City city) {
        Optional<StaffMember> organiser = staff.of(city.id()).stream().filter(one -> community(city, one).isPresent()).findFirst();
        if (organiser.isEmpty() || !city.sections().contains(VolunteeringSettings.SECTION)) {
            return Uni.createFrom().voidItem();
        }
        Caller caller = new Caller(
                city.id(), ActorKind.STAFF, organiser.get().login(), organiser.get().name(), Set.copyOf(organiser.get().posts()),
                Surface.CONSOLE);
        return published.list(caller, null).chain(page -> page.items().isEmpty()
                ? tell(city, caller, community(city, organiser.get()).orElseThrow())
                : Uni.createFrom().voidItem());
    }

    private Optional<String> community(City city, StaffMember one) {
        return one.posts().stream()
                .filter(post -> post.role() == Role.ORGANISER)
                .map(Post::unit)
                .filter(unit -> units.of(city).find(unit)
                        .flatMap(found -> regions.of(city).find(found.regionCode()))
                        .filter(region -> region.level() == RegionLevel.VILLAGE)
                        .isPresent())
                .findFirst();
    }

    private Uni<Void> tell(City city, Caller organiser, String unit) {
        String region = units.of(city).find(unit).orElseThrow().regionCode();
        LocalDate today = calendars.of(city).date(Instant.now());
        return activity(organiser, unit, region, today.plusDays(2), "陪伴独居老人", "上门聊聊天、理发、量血压,两人一组,社区统一安排。", "社区党群服务中心", "12")
                .chain(() -> activity(organiser, unit, region, today.plusDays(5), "清理小区楼道", "手套和垃圾袋由社区准备,请穿方便活动的衣服。", "小区东门", "20"))
                .chain(() -> activity(organiser, unit, region, today.plusDays(9), "路口文明引导", "早高峰在学校门口帮助学生过马路,先参加十分钟安全培训。", "实验小学门口", "2"))
                .chain(last -> residents.ofSubject(city.id(), DemoSubjects.of(city.id(), "resident1").toString())
                        .map(id -> new Caller(city.id(), ActorKind.RESIDENT, id.toString(), "居民", Set.of(), Surface.PORTAL))
                        .call(resident -> joining.join(resident, "小满", region, true)
                                .onFailure(Refusal.class)
                                .recoverWithNull())
                        .call(resident -> signing.signUp(resident, IdempotencyKey.fresh(), last))
                        .call(resident -> deed(resident, region, today.minusDays(1), "雨天看见楼上的奶奶提着菜上不去,帮她提到六楼,又回去取了一趟。"))
                        .call(resident -> deed(resident, region, today.minusDays(3), "小区路口的减速带松动了,用反光锥围起来,等市政来修。")))
                .replaceWithVoid();
    }

    private Uni<UUID> activity(
            Caller organiser, String unit, String region, LocalDate day, String title, String words, String place, String capacity) {
        ActivityDraft draft = new ActivityDraft(
                "volunteering", title, words, place, region, day.toString(), "09:00", "11:00", "", capacity, "");
        return activities.draft(organiser, IdempotencyKey.fresh(), unit, draft)
                .map(done -> UUID.fromString(done.reference()))
                .call(id -> activities.publish(organiser, id));
    }

    private Uni<TellFlow.Told> deed(Caller resident, String region, LocalDate day, String words) {
        return telling.tellWith(resident, IdempotencyKey.fresh(), new Tale("deed.help", region, day.toString(), words, ""), List.of());
    }
}
