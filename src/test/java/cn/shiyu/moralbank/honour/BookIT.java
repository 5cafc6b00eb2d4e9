package cn.shiyu.moralbank.honour;

import static cn.shiyu.moralbank.BankRig.CITY;
import static cn.shiyu.moralbank.BankRig.SYSTEM;
import static cn.shiyu.moralbank.BankRig.TODAY;
import static cn.shiyu.moralbank.BankRig.now;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.ResidentFlow;
import cn.shiyu.identity.Surface;
import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.award.Awards;
import cn.shiyu.moralbank.award.Earned;
import cn.shiyu.moralbank.award.Granted;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.member.LeaveFlow;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Good deeds are shown of whoever wants it, as long as they want it. */
@QuarkusTest
class BookIT {

    private static final TenantId ELSEWHERE = new TenantId("liaocheng");
    private static final Consent ALL = new Consent(true, true, Naming.FULL, null);

    @Inject
    BankRig bank;

    @Inject
    ConsentFlow flow;

    @Inject
    BookQueries book;

    @Inject
    BoardQueries boards;

    @Inject
    Awards awards;

    @Inject
    LeaveFlow leaving;

    @Inject
    ResidentFlow residents;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    private UUID budget;
    private Member doer;
    private String name;

    @BeforeEach
    void aMember() {
        budget = bank.budget("1000");
        name = "善" + Long.toString(System.nanoTime(), 36);
        doer = bank.member(name);
    }

    @Test
    void nothingIsShownUntilTheMemberSaysSo() {
        deed(doer);
        assertThat(page("/bank/book")).doesNotContain(name);
        assertThat(own().consent()).isEqualTo(Consent.NONE);
        now(flow.say(as(doer), ALL, false));
        assertThat(page("/bank/book")).as("only from now on").doesNotContain(name);
        deed(doer);
        assertThat(page("/bank/book")).contains(name, "邻里互助", "20 积分");
        now(flow.say(as(doer), ALL, true));
        assertThat(own().page().items()).as("with the past, each once").hasSize(2);
    }

    @Test
    void takenBackItIsGoneAtOnce() {
        now(flow.say(as(doer), ALL, false));
        deed(doer);
        assertThat(page("/bank/book")).contains(name);
        assertThat(personsOf(name)).hasSize(1);
        now(flow.say(as(doer), new Consent(false, true, Naming.FULL, null), false));
        assertThat(page("/bank/book")).doesNotContain(name);
        assertThat(page("/bank/boards?by=DEEDS")).contains(name);
        assertThat(personsOf(name)).as("the boards are another matter").hasSize(1);
        now(flow.say(as(doer), Consent.NONE, false));
        assertThat(personsOf(name)).isEmpty();
        assertThat(page("/bank/boards?by=DEEDS")).doesNotContain(name);
    }

    @Test
    void isShownUnderTheNameTheyChose() {
        now(flow.say(as(doer), new Consent(true, false, Naming.PEN, "春风"), false));
        deed(doer);
        assertThat(page("/bank/book")).contains("春风").doesNotContain(name);
        now(flow.say(as(doer), new Consent(true, false, Naming.MASKED, null), false));
        assertThat(own().page().items().get(0).entry().name()).isEqualTo("善**");
        for (String wrong : List.of("", "春", "13800138000", "www.x.cn", "春".repeat(11))) {
            refused(422, () -> flow.say(as(doer), new Consent(true, false, Naming.PEN, wrong), false));
        }
    }

    @Test
    void oneEntryCanBeHiddenAndStaysSo() {
        now(flow.say(as(doer), ALL, false));
        UUID entry = deed(doer).award();
        refused(404, () -> flow.hide(as(bank.member("别人")), entry, true));
        now(flow.hide(as(doer), entry, true));
        assertThat(page("/bank/book")).doesNotContain(name);
        now(flow.say(as(doer), Consent.NONE, false));
        refused(404, () -> flow.hide(as(doer), entry, false));
        now(flow.say(as(doer), ALL, true));
        assertThat(page("/bank/book")).as("agreed again").doesNotContain(name);
        now(flow.hide(as(doer), entry, false));
        assertThat(page("/bank/book")).contains(name);
    }

    @Test
    void aRevokedAwardVanishes() {
        now(flow.say(as(doer), ALL, false));
        Granted given = deed(doer);
        bank.in(connection -> awards.revoke(connection, SYSTEM, given.award(), "mistake"));
        assertThat(page("/bank/book")).doesNotContain(name);
        assertThat(personsOf(name)).isEmpty();
        now(flow.say(as(doer), ALL, true));
        assertThat(own().page().items()).as("nor does it come back with the past").isEmpty();
    }

    @Test
    void aReporterIsNeverShownNorCounted() {
        now(flow.say(as(doer), ALL, false));
        done(doer, "report.hazard", 1, "report");
        done(doer, "report.hazard", 1, "deed");
        now(flow.say(as(doer), ALL, true));
        assertThat(own().page().items()).isEmpty();
        assertThat(personsOf(name)).isEmpty();
        assertThat(page("/bank/book")).doesNotContain(name, "隐患上报");
    }

    @Test
    void whoeverLeavesIsInNoneOfIt() {
        now(flow.say(as(doer), ALL, false));
        deed(doer);
        now(leaving.leave(as(doer)));
        assertThat(page("/bank/book")).doesNotContain(name);
        assertThat(personsOf(name)).isEmpty();
        for (String table : List.of("bank_honour", "bank_board_member", "bank_honour_consent")) {
            String left = "select count(*) from " + table + " where tenant_id = $1 and account_id = $2";
            assertThat(bank.in(connection -> Statements.on(connection).first(left, CITY.value(), doer.account())).orElseThrow().bigNumber(0))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void theOtherCityShowsNothingOfIt() {
        now(flow.say(as(doer), ALL, false));
        UUID entry = deed(doer).award();
        assertThat(given().header("Host", "liaocheng.localhost").get("/bank/book").asString()).doesNotContain(name);
        assertThat(given().header("Host", "liaocheng.localhost").get("/bank/boards").asString()).doesNotContain(name);
        assertThat(get("liaocheng", "/mini/v1/bank/book?region=" + BankRig.HOME).statusCode()).isEqualTo(404);
        Caller there = new Caller(ELSEWHERE, ActorKind.RESIDENT, doer.resident().toString(), "居民", Set.of(), Surface.PORTAL);
        refused(409, () -> flow.say(there, Consent.NONE, false));
        refused(409, () -> flow.hide(there, entry, true));
        assertThat(page("/bank/book")).contains(name);
    }

    @Test
    void isFilteredByPlaceMonthAndKind() {
        now(flow.say(as(doer), ALL, false));
        done(doer, "volunteering", 90, "activity");
        String month = TODAY.toString().substring(0, 7);
        String before = TODAY.minusMonths(1).toString().substring(0, 7);
        String here = "?township=341282001000&village=" + BankRig.HOME;
        assertThat(page("/bank/book" + here + "&kind=volunteering&month=" + month)).contains(name, "1.5 小时");
        assertThat(page("/bank/book?township=341282001000")).contains(name);
        assertThat(page("/bank/book?township=341282002000")).doesNotContain(name);
        assertThat(page("/bank/book" + here + "&kind=deed.brave")).doesNotContain(name);
        assertThat(page("/bank/book" + here + "&month=" + before)).doesNotContain(name);
        assertThat(get("jieshou", "/mini/v1/bank/book?region=" + BankRig.HOME + "&kind=volunteering").jsonPath().getList("items.name"))
                .contains(name);
    }

    @Test
    void isReadPageByPageWithoutGapsOrRepeats() {
        now(flow.say(as(doer), ALL, false));
        List<UUID> given = IntStream.range(0, 23)
                .mapToObj(back -> done(doer, "deed.help", 1, "deed", TODAY.minusDays(back / 2)))
                .map(Granted::award)
                .toList();
        OwnBook first = own();
        OwnBook second = now(book.own(as(doer), first.page().next()));
        assertThat(first.page().items()).hasSize(20);
        assertThat(second.page().next()).isNull();
        assertThat(IntStream.range(0, 23).mapToObj(i -> i < 20 ? first.page().items().get(i) : second.page().items().get(i - 20)))
                .extracting(OwnEntry::id)
                .containsExactlyInAnyOrderElementsOf(given);
    }

    @Test
    void aSmallCommunityHasNoFiguresAndALargerOneHas() {
        Region quiet = regions.of(city()).ofLevel(RegionLevel.VILLAGE).stream().reduce((before, last) -> last).orElseThrow();
        String place = quiet.fullName();
        List<Member> four = IntStream.range(0, 4).mapToObj(i -> in(quiet)).toList();
        four.forEach(this::deed);
        Boards small = boardsOf(BoardMeasure.DEEDS);
        assertThat(small.communities()).noneMatch(one -> one.what().place().equals(place));
        assertThat(small.small()).contains(place);
        deed(four.get(0));
        assertThat(boardsOf(BoardMeasure.DEEDS).small()).as("people are counted once").contains(place);
        Member fifth = in(quiet);
        deed(fifth);
        Boards large = boardsOf(BoardMeasure.DEEDS);
        assertThat(large.small()).doesNotContain(place);
        assertThat(large.communities()).filteredOn(one -> one.what().place().equals(place))
                .extracting(one -> one.what().members(), one -> one.what().deeds())
                .containsExactly(tuple(5L, 6L));
        now(leaving.leave(as(fifth)));
        assertThat(boardsOf(BoardMeasure.DEEDS).small()).contains(place);
    }

    @Test
    void whoeverDidAsMuchHasTheSameRank() {
        Member other = bank.member(name + "乙");
        for (Member one : List.of(doer, other)) {
            now(flow.say(as(one), new Consent(false, true, Naming.FULL, null), false));
            IntStream.range(0, 40).forEach(i -> done(one, "volunteering", 600, "activity"));
        }
        List<Ranked<PersonLine>> both = personsOf(name, BoardMeasure.HOURS);
        assertThat(both).hasSize(2);
        assertThat(both.get(0).rank()).isEqualTo(both.get(1).rank());
        assertThat(both.get(0).what().minutes()).as("what a cap left without points was done all the same").isEqualTo(24_000);
    }

    private Granted deed(Member who) {
        return done(who, "deed.help", 1, "deed");
    }

    private Granted done(Member who, String kind, long quantity, String source) {
        return done(who, kind, quantity, source, TODAY);
    }

    private Granted done(Member who, String kind, long quantity, String source, LocalDate day) {
        Earned earned = new Earned(who.resident(), kind, quantity, day, budget, new Source(source, UUID.randomUUID().toString()));
        return bank.in(connection -> awards.grant(connection, SYSTEM, earned));
    }

    private Member in(Region place) {
        UUID somebody = now(residents.ofSubject(CITY, UUID.randomUUID().toString()));
        return now(bank.joining().join(BankRig.resident(somebody), "邻居", place.code(), true));
    }

    private OwnBook own() {
        return now(book.own(as(doer), null));
    }

    private List<Ranked<PersonLine>> personsOf(String called) {
        return personsOf(called, BoardMeasure.DEEDS);
    }

    private List<Ranked<PersonLine>> personsOf(String called, BoardMeasure by) {
        return boardsOf(by).persons().stream()
                .filter(one -> one.what().name().startsWith(called))
                .toList();
    }

    private Boards boardsOf(BoardMeasure by) {
        return now(boards.of(city(), BoardSpan.MONTH, by, null));
    }

    private City city() {
        return cities.byId(CITY);
    }

    private static Caller as(Member member) {
        return BankRig.resident(member.resident());
    }

    private static String page(String path) {
        return get("jieshou", path).then().statusCode(200).extract().asString();
    }

    private static Response get(String city, String path) {
        return given().header("Host", city + ".localhost").get(path);
    }

    private static void refused(int status, Supplier<Uni<?>> work) {
        assertThatThrownBy(() -> now(work.get()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
