package cn.shiyu.assessment.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.assessment.Period;
import cn.shiyu.casework.console.Clerk;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Post;
import cn.shiyu.identity.Role;
import cn.shiyu.identity.Surface;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.support.Browser;
import cn.shiyu.support.Databases;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a unit may ask to be left out, who decides, and what that does to the figures. */
@QuarkusTest
class ExclusionIT {

    private static final String UNIT = "D-urban-management";
    private static final Caller HANDLER = staff("jieshou", "cg-handler1", new Post(UNIT, Role.HANDLER));
    private static final Caller OTHER = staff("jieshou", "other", new Post("D-housing", Role.HANDLER));
    private static final Caller ASSESSOR = staff("jieshou", "assessor1", new Post("C341282000000", Role.ASSESSOR));

    private final Clerk assessor = new Clerk("jieshou", "assessor1");

    @Inject
    CityDirectory cities;

    @Inject
    ExclusionFlow flow;

    @Inject
    ExclusionQueries queries;

    private City city;
    private String number;
    private UUID stream;
    private int seq;

    @BeforeEach
    void aCaseThatAUnitFinished() throws SQLException {
        city = cities.byId(new TenantId("jieshou"));
        number = new Clerk("jieshou", "hotline1").takesDown("考核要剔除的诉求", "341282002000");
        new Clerk("jieshou", "dispatcher1")
                .does(number, "acceptance", Map.of("category", "order.waste.household", "grade", "NORMAL", "visibility", "PUBLIC"))
                .does(number, "dispatch", Map.of("lead", UNIT));
        new Clerk("jieshou", "cg-handler1").does(number, "start", Map.of()).does(number, "completion", Map.of("reply", "已于当天清运完毕，并回访。"));
        List<String> key = column("select e.stream_id || ' ' || e.seq from event e join case_file c on c.tenant_id = e.tenant_id and c.case_id = e.stream_id"
                + " where c.tenant_id = 'jieshou' and c.number = ? and e.type = 'CaseFinished'", number);
        stream = UUID.fromString(key.get(0).split(" ")[0]);
        seq = Integer.parseInt(key.get(0).split(" ")[1]);
    }

    @Test
    void isAskedByTheUnitDecidedByTheCityAndLeftOutOfTheFigures() {
        String figure = "/console/assessment/m" + YearMonth.now(Period.ZONE) + "/" + UNIT + "/finished";
        assertThat(assessor.reads(figure)).contains(number).doesNotContain("申请剔除");
        assertThat(new Clerk("jieshou", "cg-handler1").reads(figure)).contains(number, "申请剔除");
        UUID id = ask();
        assertThat(assessor.reads(figure)).as("asking changes nothing").contains(number);
        now(flow.decide(city, ASSESSOR, id, true, "派遣确实有误，见调度记录"));
        assertThat(assessor.reads(figure)).doesNotContain(number);
        assertThat(one(id)).extracting(Exclusion::state, Exclusion::decision).containsExactly(ExclusionState.GRANTED, "派遣确实有误，见调度记录");
        refused(409, "wrong-state", () -> flow.decide(city, ASSESSOR, id, false, "再想想"));
        refused(409, "asked-already", () -> flow.ask(city, HANDLER, wish("WRONG_DISPATCH", "再申请")));
    }

    @Test
    void whatIsRefusedCountsAndIsNotAskedTwiceWhatIsWithdrawnMayBe() {
        UUID id = ask();
        now(flow.withdraw(city, HANDLER, id));
        UUID again = ask();
        now(flow.decide(city, ASSESSOR, again, false, "依据不足"));
        refused(409, "asked-already", () -> flow.ask(city, HANDLER, wish("OTHER", "还是想剔除")));
        refused(409, "wrong-state", () -> flow.withdraw(city, HANDLER, again));
        assertThat(assessor.reads("/console/assessment/m" + YearMonth.now(Period.ZONE) + "/" + UNIT + "/finished")).contains(number);
    }

    @Test
    void nobodyAsksForOthersOrDecidesOnTheirOwn() {
        refused(404, null, () -> flow.ask(city, OTHER, wish("OTHER", "别的单位")));
        refused(404, null, () -> flow.ask(city, ASSESSOR, wish("OTHER", "考核员自己")));
        refused(422, null, () -> flow.ask(city, HANDLER, wish("LIKE", "")));
        UUID id = ask();
        refused(403, "not-allowed", () -> flow.decide(city, HANDLER, id, true, "自己同意"));
        Caller both = new Caller(new TenantId("jieshou"), ActorKind.STAFF, "both", "两处", Set.of(
                new Post(UNIT, Role.HANDLER), new Post("C341282000000", Role.ASSESSOR)), Surface.CONSOLE);
        refused(403, "not-allowed", () -> flow.decide(city, both, id, true, "自己同意"));
        refused(404, null, () -> flow.decide(city, OTHER, id, true, "别人同意"));
        refused(404, null, () -> flow.withdraw(city, ASSESSOR, id));
        refused(422, null, () -> flow.decide(city, ASSESSOR, id, true, " "));
        refused(404, null, () -> queries.one(city, OTHER, id));
        assertThat(now(queries.list(city, OTHER, null, null)).items()).extracting(Exclusion::id).doesNotContain(id);
        assertThat(now(queries.list(city, HANDLER, ExclusionState.OPEN, null)).items()).extracting(Exclusion::id).contains(id);
        new Clerk("jieshou", "hotline1").ask().get("/console/assessment/exclusions").then().statusCode(403);
    }

    @Test
    void isNothingToAnotherCity() {
        UUID id = ask();
        City there = cities.byId(new TenantId("liaocheng"));
        Caller stranger = staff("liaocheng", "assessor1", new Post("C371500000000", Role.ASSESSOR));
        refused(404, null, () -> queries.one(there, stranger, id));
        refused(404, null, () -> flow.decide(there, stranger, id, true, "隔壁市"));
        refused(404, null, () -> flow.ask(there, staff("liaocheng", "x", new Post(UNIT, Role.HANDLER)), wish("OTHER", "隔壁市")));
        assertThat(now(queries.list(there, stranger, null, null)).items()).extracting(Exclusion::id).doesNotContain(id);
        new Clerk("liaocheng", "assessor1").ask().get("/console/assessment/exclusions/" + id).then().statusCode(404);
    }

    @Test
    void isOverOnceTheMonthIsSealed() throws SQLException {
        UUID id = ask();
        run("insert into assessment_month (tenant_id, month, starts, ends, day_begins, index_version, index_text, events, late, sealed_at, hash)"
                + " values ('jieshou', 'm2999-01', current_date - 2, current_date + 2, '00:00', '1', '{\"indicators\":[]}', 0, 0, now(), '')");
        try {
            refused(409, "month-sealed", () -> flow.decide(city, ASSESSOR, id, true, "晚了"));
            now(flow.withdraw(city, HANDLER, id));
            refused(409, "month-sealed", this::asking);
        } finally {
            run("delete from assessment_month where month = 'm2999-01'");
        }
    }

    private static void run(String statement) throws SQLException {
        try (Connection superuser = Databases.asSuperuser(); java.sql.Statement it = superuser.createStatement()) {
            it.execute(statement);
        }
    }

    @Test
    void thePagesAreCleanWideAndOnAPhone() {
        for (int width : List.of(1280, 360)) {
            Page page = Browser.in("jieshou", "cg-handler1", "/console/assessment/exclusions");
            page.setViewportSize(width, 800);
            page.navigate("/console/assessment/exclusions/new?stream=" + stream + "&seq=" + seq);
            clean(page, "exclusion-form-" + width);
            page.click("main form button[type=submit]");
            assertThat(page.textContent("main")).contains("请选择理由", "请写明说明");
            clean(page, "exclusion-wrong-" + width);
            page.check("input[name=reason][value=DUPLICATE]");
            page.fill("#f-words", "和上周的一件是同一件事");
            page.click("main form button[type=submit]");
            page.waitForSelector("main:has-text('待审核')");
            clean(page, "exclusion-open-" + width);
            Page deciding = Browser.in("jieshou", "assessor1", page.url().replaceAll("^https?://[^/]+", "").replaceAll("\\?.*", ""));
            deciding.setViewportSize(width, 800);
            clean(deciding, "exclusion-deciding-" + width);
            deciding.navigate(deciding.url().replaceAll("/exclusions/.*", "/exclusions?state=OPEN"));
            assertThat(deciding.textContent("main")).contains(number);
            clean(deciding, "exclusion-list-" + width);
            page.click("details[data-confirm] summary");
            page.click("dialog[open] button:has-text('确定撤回')");
            page.waitForSelector("main:has-text('已撤回')");
        }
    }

    private Uni<UUID> asking() {
        return flow.ask(city, HANDLER, wish("WRONG_DISPATCH", "属于住建部门"));
    }

    private UUID ask() {
        return now(asking());
    }

    private ExclusionFlow.Wish wish(String reason, String words) {
        return new ExclusionFlow.Wish(stream, seq, reason, words);
    }

    private Exclusion one(UUID id) {
        return now(queries.one(city, HANDLER, id));
    }

    private static Caller staff(String tenant, String login, Post post) {
        return new Caller(new TenantId(tenant), ActorKind.STAFF, login, login, Set.of(post), Surface.CONSOLE);
    }

    private static List<String> column(String query, Object... values) throws SQLException {
        try (Connection superuser = Databases.asSuperuser()) {
            return Databases.column(superuser, query, values);
        }
    }

    private static void clean(Page page, String name) {
        Browser.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(page.viewportSize().width);
    }

    private static void refused(int status, String code, Supplier<? extends Uni<?>> work) {
        assertThatThrownBy(() -> now(Uni.createFrom().deferred(work::get))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            if (code != null) {
                assertThat(refusal.code()).isEqualTo(code);
            }
        });
    }

    private static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(60));
    }
}
