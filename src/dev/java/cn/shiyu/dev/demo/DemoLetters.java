package cn.shiyu.dev.demo;

import cn.shiyu.counselling.CounsellingSettings;
import cn.shiyu.counselling.Counsellor;
import cn.shiyu.counselling.NewThread;
import cn.shiyu.counselling.ThreadQueries;
import cn.shiyu.counselling.WriteFlow;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.DemoSubjects;
import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.identity.StaffDirectory;
import cn.shiyu.identity.Surface;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Two invented letters of {@code resident1} to counsellors, one of them answered, so that a demonstration shows how it is. */
@ApplicationScoped
class DemoLetters {

    @Inject
    ResidentFlow residents;

    @Inject
    StaffDirectory staff;

    @Inject
    WriteFlow writing;

    @Inject
    ThreadQueries queries;

    /** Nothing where there are no counsellors, or letters already. */
    Uni<Void> load(City city) {
        List<Counsellor> counsellors = CounsellingSettings.of(city).counsellors();
        return counsellors.isEmpty()
                ? Uni.createFrom().voidItem()
                : resident(city).chain(resident -> queries.own(resident, null)
                        .chain(page -> page.items().isEmpty() ? write(city, resident, counsellors) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> write(City city, Caller resident, List<Counsellor> counsellors) {
        Counsellor first = counsellors.get(0);
        Counsellor last = counsellors.get(counsellors.size() - 1);
        return letter(resident, first, "小满", "孩子上初中以后,回家就关上门,说不上三句话就吵起来。我知道她累,可我也不知道怎么开口。")
                .chain(id -> writing.answer(
                        counsellor(city, first), IdempotencyKey.fresh(), id,
                        "谢谢您写信来。能看出您很在意她。下次她回家,先不问作业,只说“今天累不累”,然后等一等。她说什么,或者不说,都写来告诉我。"))
                .chain(() -> letter(resident, last, "", "最近总是睡不好,半夜两三点醒来就再也睡不着,白天没有力气。这样的情况可以来谈谈吗?"))
                .replaceWithVoid();
    }

    private Uni<UUID> letter(Caller resident, Counsellor to, String alias, String words) {
        return writing.open(resident, IdempotencyKey.fresh(), new NewThread(to.login(), to.fields().get(0), alias, words));
    }

    private Uni<Caller> resident(City city) {
        return residents.ofSubject(city.id(), DemoSubjects.of(city.id(), "resident1").toString())
                .map(id -> new Caller(city.id(), ActorKind.RESIDENT, id.toString(), "居民", Set.of(), Surface.PORTAL));
    }

    private Caller counsellor(City city, Counsellor one) {
        return staff.of(city.id()).stream()
                .filter(member -> member.login().equals(one.login()))
                .findFirst()
                .map(member -> new Caller(
                        city.id(), ActorKind.STAFF, member.login(), member.name(), Set.copyOf(member.posts()), Surface.CONSOLE))
                .orElseThrow();
    }
}
