package cn.shiyu.moralbank.figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.ledger.LedgerTotals;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.support.Hands;
import cn.shiyu.support.Person;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole bank's sums, which anyone may read. */
@QuarkusTest
class FiguresIT {

    @Inject
    BankRig rig;

    @Inject
    FiguresQueries queries;

    @Inject
    CityDirectory cities;

    @Test
    void addsUpToThePointAndGrowsByWhatIsGiven() {
        LedgerTotals before = totals("jieshou");
        LedgerTotals elsewhere = totals("liaocheng");
        UUID budget = rig.budget("100");
        Member member = rig.member("甲");
        long points = rig.grant(member, "deed.help", 1, BankRig.TODAY, budget).points();
        LedgerTotals after = totals("jieshou");
        assertThat(after.issued() - before.issued()).isEqualTo(points).isPositive();
        assertThat(after.funded() - before.funded()).isEqualTo(1_000);
        assertThat(after.outstanding() - before.outstanding()).isEqualTo(points);
        assertThat(totals("liaocheng")).isEqualTo(elsewhere);
        BankFigures figures = BankRig.now(queries.of(cities.byId(new TenantId("jieshou"))));
        assertThat(figures.months()).hasSizeBetween(1, FiguresQueries.MONTHS);
        assertThat(figures.months().get(0).moved().issued()).isGreaterThanOrEqualTo(points);
    }

    @Test
    void isReadByAnyoneAndNamesNobody() {
        Member member = rig.member("不该出现的名字");
        rig.grant(member, "deed.help", 1, BankRig.TODAY, rig.budget("100"));
        String page = page("/bank/figures");
        assertThat(page).contains("已发放", "居民手中").doesNotContain("不该出现的名字", member.account().toString());
        String csv = page("/bank/figures/figures.csv");
        assertThat(csv).startsWith("\uFEFF月份,").contains("\r\n开办以来,");
        assertThat(csv.lines().count()).isBetween(3L, 2L + FiguresQueries.MONTHS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void isReadableOnAPhoneToo(int width) {
        rig.grant(rig.member("乙"), "deed.help", 1, BankRig.TODAY, rig.budget("100"));
        try (Person anyone = new Person("jieshou", Hands.MOUSE, width)) {
            anyone.opens("/bank/figures").finds("道德银行公开账").looks("bank-figures");
        }
    }

    private LedgerTotals totals(String city) {
        return BankRig.now(queries.of(cities.byId(new TenantId(city)))).totals();
    }

    private static String page(String path) {
        return given().header("Host", "jieshou.localhost").get(path).then().statusCode(200).extract().asString();
    }
}
