package cn.shiyu.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.clock.TestCalendars;
import cn.shiyu.region.RegionTrees;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TestCities;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantFileCheckTest {

    private static final String JIESHOU = TestCities.textOf("jieshou");

    @Test
    void bothCitiesFilesAreWithoutFault() {
        assertThat(check(TestCities.jieshou()).all()).isEmpty();
        assertThat(check(TestCities.liaocheng()).all()).isEmpty();
        assertThatCode(() ->
                        checkOf(TestCities.jieshou(), TestCities.liaocheng()).atStart(null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        shortCode: JS                        | shortCode: js                     | shortCode：“js”应为 2 到 4 个大写字母
        hosts: [jieshou.localhost            | hosts: [Jieshou.localhost:8080    | hosts：“Jieshou.localhost:8080”应为小写域名
        primary: "#0b5cad"                   | primary: blue                     | theme › primary：“blue”格式不对
        zoom: 11                             | zoom: 99                          | map › zoom：应为 3 到 18 之间的数
        jieshou-regions.csv                  | nowhere.csv                       | regions › nowhere.csv：区划文件读不出来
        jieshou-shapes.json                  | holidays.csv                      | map › shapes：“holidays.csv”不在租户文件旁边
        zone: Asia/Shanghai                  | zone: Asia/Jieshou                | calendar › zone：没有时区
        holidays: holidays.csv               | holidays: none.csv                | calendar：读不成工作日历
        {from: "08:30", to: "12:00"}         | {from: "12:00", to: "08:30"}      | 下班时间应晚于上班时间
        weekend: [SATURDAY                   | weekend: [SATERDAY                | calendar › weekend：没有“SATERDAY”
        code: HELP                           | code: HELPME                      | kinds › HELPME › code：没有“HELPME”
        code: PRAISE                         | code: HELP                        | kinds › HELP › code：“HELP”重复
        {code: CRITICAL, name: 特急}         | {code: URGENT, name: 特急}        | grades：缺少 CRITICAL
        code: urban.manhole,                 | code: urban.drainage,             | categories › urban.drainage › code：“urban.drainage”重复
        code: urban.manhole,                 | code: order.manhole,              | 应以上级代码“urban.”开头
        leads: [D-housing-fund]              | leads: [D-heating]                | units.departments 中没有“D-heating”
        leads: [D-housing-fund]              | leads: []                         | categories › urban.housing-fund › leads：最末一级至少要有一个承办部门
        defaultGrade: CRITICAL               | defaultGrade: VERY                | defaultGrade：没有“VERY”
        liaison: cg-liaison1                 | liaison: nobody1                  | units › departments › D-urban-management › liaison：“nobody1”不在 staff 中
        liaison: cg-liaison1                 | liaison: cg-handler1              | 没有本部门的联络员
        code: D-tax,                         | code: D-market,                   | units › departments › D-market › code：“D-market”重复
        login: dispatcher2                   | login: dispatcher1                | staff › dispatcher1 › login：“dispatcher1”重复
        {unit: C341282000000, role: ASSESSOR} | {unit: C371500000000, role: ASSESSOR} | staff › assessor1 › posts：没有代码为“C371500000000”的单位
        {unit: C341282000000, role: ASSESSOR} | {unit: C341282000000, role: HANDLER} | 是综治中心，只调度、不承办
        {unit: D-tax, role: LIAISON}         | {unit: D-tax, role: SUPERVISOR}   | 同时是 HANDLER 和 SUPERVISOR
        {unit: D-tax, role: LIAISON}         | {unit: D-tax, role: DISPATCHER}   | DISPATCHER 只能设在综治中心
        role: FOLLOW_UP_AGENT                | role: FOLLOWER                    | 没有“FOLLOWER”
        login: followup1                     | login: Followup 1                 | staff › Followup 1 › login：
        unit: HOUR, perDay: 80               | unit: DAY, perDay: 80             | moralbank › rules › kinds › volunteering › unit：没有“DAY”
        from: "01-20", to: "02-28"           | from: "13-20", to: "02-28"        | “13-20”应为月-日
        region: "341282001000", yuan: 5000   | region: "371500000000", yuan: 5000 | “371500000000”不是本市的区划代码
        when: {kind: [QUESTION]}             | when: {kind: [QUERY]}             | when › kind：本市没有“QUERY”
        when: {category: [utility]}          | when: {category: [utility.heating]} | when › category：本市没有“utility.heating”
        when: {kind: [QUESTION]}             | when: {kinds: [QUESTION]}         | when › kinds：不认识这个条件
        when: {kind: [QUESTION]}             | when: {}                          | 永远轮不到
        {clock: RETURN, when: {}             | {clock: RETURN, when: {grade: [URGENT]} | limits：RETURN（退单）缺少兜底的一条
        amount: 7, unit: CALENDAR_DAYS       | amount: 0, unit: CALENDAR_DAYS    | amount：应为 1 到 3660 之间的数
        amount: 7, unit: CALENDAR_DAYS       | amount: 7, unit: DAYS             | unit：没有“DAYS”
        source: 本市回访规则：办结后 3 个工作日内回访 | source: ""                  | FOLLOW_UP › source：必须填写
        pointTo: 请立即拨打 110、119 或 120    | pointTo: ""                       | refusalReasons › POLICE › pointTo：必须填写
        response: 0.1                        | response: 0.2                     | 三项权重之和应为 1
        rating: {withinDays: 30}             | rating: {withinDays: soon}        | rules › rating › withinDays：应为 1 到 365 之间的数
        login: resident2                     | login: dispatcher1                | demo › residents › dispatcher1 › login：与工作人员的登录名相同
        good: on_time, of                    | good: on_times, of                | assessment › index › 2026-1 › indicators › on-time：公式不对
        100.0 * rate / 0.95                  | 100.0 - rate                      | on-time › score：比率高了，得分反而低
        sealAfterDays: 3                     | dayBegins: "24:00"                | assessment › dayBegins：“24:00”格式不对
        from: 2026-01                        | from: 2026-13                     | assessment › index › 2026-1 › from：“2026-13”格式不对
        enabled: true                        | enabled: sometimes                | open311 › enabled：应为 true 或 false
        contact: 界首市综治中心 12345        | contact: ""                       | open311 › contact：必须填写
        pointDecimals: 3                     | pointDecimals: 9                  | open311 › pointDecimals：应为 0 到 6 之间的数
        postsPerMinute: 60                   | postsPerMinute: 0                 | open311 › postsPerMinute：应为 1 到 6000 之间的数
        code: pole_number                    | code: kind                        | “kind”是每个事项都有的问题
        code: pole_number                    | code: extent                      | “extent”重复
        datatype: singlevaluelist            | datatype: string                  | 只有 singlevaluelist、multivaluelist 有可选的值
        datatype: singlevaluelist            | datatype: list                    | datatype：没有“list”
        estate.repair-fund: [civil-code/281] | estate.repair-fund: [civil-code/9281] | laws › topics：estate.repair-fund：法律法规库中没有“civil-code/9281”
        estate.repair-fund: [civil-code/281] | estate.repair-fond: [civil-code/281] | laws › topics：categories 中没有“estate.repair-fond”
        provider: volunteers                 | provider: nobody                  | counselling › counsellors › counsellor2 › provider：“nobody”不在 providers 里
        {code: org, name                     | {code: club, name                 | counsellor1 › provider：“org”不在 providers 里
        kind: VOLUNTEER                      | kind: FRIEND                      | counselling › providers › volunteers › kind：没有“FRIEND”
        ways: [IN_PERSON, PHONE, WRITTEN]    | ways: [LETTER]                    | ways：没有“LETTER”
        bookable: counsellor-volunteer       | bookable: counsellor-centre       | counsellor2 › bookable：booking 的 bookables 里没有
        {unit: D-health, role: COUNSELLOR}   | {unit: D-health, role: MEDIATOR}  | counsellor1 › login：staff 里没有“counsellor1”，或没有 COUNSELLOR 岗位
        number: "12338"                      | number: "call us"                 | 妇女维权热线 › number：
        dangerWords: []                      | dangerWords: [死]                 | counselling › dangerWords：“死”太短
        {code: deed.public, name: 公共事务}  | {code: deed.sing, name: 公共事务} | volunteering › deeds › deed.sing › code：“deed.sing”不在 moralbank 的 rules 的 kinds 里
        caseKind: TIPOFF                     | caseKind: HAZARD                  | volunteering › reports › report.hazard › caseKind：“HAZARD”重复
        checkInEarly: 30                     | checkInEarly: 900                 | volunteering › checkInEarly：应为 0 到 240 之间的数
        returnReasons:                       | backReasons:                      | backReasons：不认识这一节
        returnReasons:                       | backReasons:                      | returnReasons：缺少这一节
        """)
    void namesSectionEntryAndFault(String good, String bad, String words) {
        assertThat(JIESHOU).contains(good);
        City city = TestCities.written(JIESHOU.replaceFirst(Pattern.quote(good), bad));
        assertThat(check(city).all()).anyMatch(fault -> fault.contains(words));
    }

    @Test
    void findsAllFaultsOfAllCitiesAtOnceAndSaysWhere() {
        City one =
                TestCities.written(JIESHOU.replace("zoom: 11", "zoom: 99").replace("shortCode: JS", "shortCode: js"));
        City other =
                TestCities.written(TestCities.textOf("liaocheng").replace("leads: [D-heating]", "leads: [D-nobody]"));
        assertThatThrownBy(() -> checkOf(one, other).atStart(null))
                .isInstanceOf(TenantFileFaulty.class)
                .hasMessageContaining("租户文件 tenants/jieshou.yaml 有 2 处错误")
                .hasMessageContaining("  2. map › zoom")
                .hasMessageContaining("租户文件 tenants/liaocheng.yaml 有 1 处错误")
                .hasMessageContaining("categories › utility.heating › leads");
    }

    private static Faults check(City city) {
        return checkOf(city).check(city);
    }

    private static TenantFileCheck checkOf(City... cities) {
        return new TenantFileCheck(
                TestCities.directory(cities), RegionTrees.regions(), TestCalendars.fresh(), TestCities.files());
    }
}
