package cn.shiyu.moralbank.award;

import static cn.shiyu.moralbank.BankRig.CITY;
import static cn.shiyu.moralbank.BankRig.SYSTEM;
import static cn.shiyu.moralbank.BankRig.TODAY;
import static cn.shiyu.moralbank.BankRig.earned;
import static cn.shiyu.moralbank.BankRig.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.Lot;
import cn.shiyu.moralbank.member.JoinFlow;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What deeds earn under the demo city's rules, and what nobody can get. */
@QuarkusTest
class AwardIT {

    @Inject
    BankRig bank;

    @Inject
    Awards awards;

    @Inject
    LedgerQueries ledger;

    @Inject
    JoinFlow joining;

    @Inject
    TenantSql sql;

    @Test
    void anHourEarnsItsRateUntilTheDaysCap() {
        UUID budget = bank.budget("1000");
        Member member = bank.member("小苏");
        assertThat(bank.grant(member, "volunteering", 90, TODAY, budget)).extracting(Granted::points, Granted::capped)
                .containsExactly(factored(15), null);
        Granted rest = bank.grant(member, "volunteering", 24 * 60, TODAY, budget);
        assertThat(rest).extracting(Granted::points, Granted::capped).containsExactly(80 - factored(15), "day");
        Granted none = bank.grant(member, "volunteering", 60, TODAY, budget);
        assertThat(none).extracting(Granted::points, Granted::capped, Granted::transfer).containsExactly(0L, "day", null);
        assertThat(bank.balance(member.account())).isEqualTo(80);
        assertThat(bank.balance(budget)).isEqualTo(10_000 - 80);
        List<Lot> lots = bank.in(connection -> ledger.lots(connection, CITY, member.account()));
        assertThat(lots).isNotEmpty().allMatch(lot -> lot.expires().equals(TODAY.plusMonths(24)));
    }

    /** In the demo's season volunteering counts half as much again. */
    private static long factored(long points) {
        boolean season = TODAY.getMonthValue() == 2 || (TODAY.getMonthValue() == 1 && TODAY.getDayOfMonth() >= 20);
        return season ? points * 3 / 2 : points;
    }

    @Test
    void allKindsOfOneDayTogetherHaveACapToo() {
        UUID budget = bank.budget("1000");
        Member member = bank.member("小方");
        bank.grant(member, "deed.brave", 1, TODAY, budget);
        assertThat(bank.grant(member, "deed.help", 1, TODAY, budget)).extracting(Granted::points, Granted::capped).containsExactly(20L, null);
        assertThat(bank.grant(member, "deed.public", 1, TODAY, budget)).extracting(Granted::points, Granted::capped)
                .containsExactly(0L, "total");
    }

    @Test
    void manyAtOnceGetNoMoreThanTheCap() {
        UUID budget = bank.budget("1000");
        Member member = bank.member("小林");
        List<Granted> all = now(Uni.combine().all().<Uni<Granted>>unis(IntStream.range(0, 12)
                        .mapToObj(i -> sql.inTx(CITY, connection -> awards.grant(
                                connection, SYSTEM, earned(member.resident(), "deed.help", 1, TODAY, budget))))
                        .toList())
                .with(list -> list.stream().map(Granted.class::cast).toList()));
        assertThat(all.stream().mapToLong(Granted::points).sum()).isEqualTo(40);
        assertThat(bank.balance(member.account())).isEqualTo(40);
    }

    @Test
    void oneSourceEarnsOnceAndIsTakenBackOnce() {
        UUID budget = bank.budget("100");
        Member member = bank.member("小何");
        Earned deed = earned(member.resident(), "deed.help", 1, TODAY, budget);
        Granted first = bank.in(connection -> awards.grant(connection, SYSTEM, deed));
        Granted again = bank.in(connection -> awards.grant(connection, SYSTEM, deed));
        assertThat(again).isEqualTo(first);
        assertThat(bank.balance(member.account())).isEqualTo(20);
        bank.in(connection -> awards.revoke(connection, SYSTEM, first.award(), "mistaken").replaceWith(1));
        bank.in(connection -> awards.revoke(connection, SYSTEM, first.award(), "mistaken").replaceWith(1));
        assertThat(bank.balance(member.account())).isZero();
        assertThat(bank.balance(budget)).isEqualTo(1_000);
        assertThat(bank.grant(member, "deed.help", 1, TODAY, budget).points()).as("what was taken back counts for no cap").isEqualTo(20);
    }

    @Test
    void theNearestBudgetWithEnoughPays() {
        UUID near = bank.budget("1", BankRig.HOME);
        Member member = bank.member("小宋");
        Granted small = bank.grant(member, "report.hazard", 1, TODAY, null);
        assertThat(small.points()).isEqualTo(10);
        assertThat(bank.balance(near)).isZero();
        bank.budget("10");
        assertThat(bank.grant(member, "report.hazard", 1, TODAY, null).points()).isEqualTo(10);
        UUID little = bank.budget("1");
        assertThatThrownBy(() -> bank.grant(member, "deed.help", 1, TODAY, little))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.code()).isEqualTo("not-enough-points"));
    }

    @Test
    void onlyTheKindsGiversGiveAndOnlyMembersGet() {
        UUID budget = bank.budget("100");
        Member member = bank.member("小白");
        Caller committee = BankRig.staff("committee1", "C341282001001", Role.COMMITTEE);
        assertThatThrownBy(() -> bank.in(connection -> awards.grant(
                        connection, committee, earned(member.resident(), "volunteering", 60, TODAY, budget))))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.code()).isEqualTo("may-not-give"));
        assertThatThrownBy(() -> bank.grant(member, "no.such", 1, TODAY, budget))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.code()).isEqualTo("no-such-kind"));
        Granted nobody = bank.in(connection -> awards.grant(
                connection, SYSTEM, earned(UUID.randomUUID(), "deed.help", 1, TODAY, budget)));
        assertThat(nobody).isEqualTo(new Granted(null, 0, "not-a-member", null));
    }

    @Test
    void joinsOnceAndOnlyWithConsent() {
        Caller resident = BankRig.resident(UUID.randomUUID());
        assertThatThrownBy(() -> joining.join(resident, " ", "371500000000", false))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.errors()).extracting("field")
                        .containsExactly("name", "region", "agreed"));
        now(joining.join(resident, "小吴", BankRig.HOME, true));
        assertThatThrownBy(() -> now(joining.join(resident, "小吴", BankRig.HOME, true)))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.code()).isEqualTo("already-a-member"));
    }

    @Test
    void theOtherCityHasNoneOfIt() {
        UUID budget = bank.budget("100");
        Member member = bank.member("小郑");
        Granted given = bank.grant(member, "deed.help", 1, TODAY, budget);
        TenantId other = new TenantId("liaocheng");
        Caller there = Caller.system(other, "test");
        Granted nothing = now(sql.inTx(other, connection -> awards.grant(
                connection, there, earned(member.resident(), "deed.help", 1, TODAY, budget))));
        assertThat(nothing.capped()).isEqualTo("not-a-member");
        assertThatThrownBy(() -> now(sql.inTx(other, connection -> awards.revoke(connection, there, given.award(), "x"))))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.status()).isEqualTo(404));
    }
}
