package cn.shiyu.moralbank.household;

import static cn.shiyu.moralbank.BankRig.CITY;
import static cn.shiyu.moralbank.BankRig.TODAY;
import static cn.shiyu.moralbank.BankRig.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Surface;
import cn.shiyu.moralbank.BankRig;
import cn.shiyu.moralbank.award.HistoryLine;
import cn.shiyu.moralbank.award.HistoryQueries;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.ledger.Lot;
import cn.shiyu.moralbank.member.LeaveFlow;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantId;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A family that puts points together: nobody comes in on a code alone, and no point is lost on the way. */
@QuarkusTest
class HouseholdIT {

    @Inject
    BankRig bank;

    @Inject
    HouseholdFlow flow;

    @Inject
    HouseholdExit exit;

    @Inject
    Households households;

    @Inject
    LedgerQueries books;

    @Inject
    LeaveFlow leaving;

    @Inject
    HistoryQueries history;

    private Member mother;
    private Member son;

    @BeforeEach
    void twoMembersWithPoints() {
        mother = bank.member("妈妈");
        son = bank.member("儿子");
        bank.grant(mother, "deed.help", 1, TODAY, bank.budget("100"));
        bank.grant(son, "report.hazard", 1, TODAY, bank.budget("100"));
    }

    @Test
    void aCodeAsksAndAMemberLetsIn() {
        now(flow.found(as(mother), "小屋"));
        now(flow.code(as(mother)));
        String code = own(mother).orElseThrow().code();
        now(flow.ask(as(son), code));
        assertThat(own(son).orElseThrow()).extracting(Household::name, Household::confirmed).containsExactly("小屋", false);
        assertThat(payable(son)).as("asking opens nothing").isEmpty();
        refused(404, () -> flow.contribute(as(son), IdempotencyKey.fresh(), "1"));
        refused(404, () -> flow.answer(as(son), son.account(), true));
        refused(422, () -> flow.ask(as(bank.member("别人")), code));
        now(flow.answer(as(mother), son.account(), true));
        assertThat(payable(son)).isEqualTo(payable(mother)).isPresent();
        refused(409, () -> flow.found(as(son), "另一个"));
    }

    @Test
    void pointsKeepTheirLastDayAndAreCountedOnce() {
        family();
        IdempotencyKey key = IdempotencyKey.fresh();
        now(flow.contribute(as(mother), key, "15"));
        now(flow.contribute(as(mother), key, "15"));
        now(flow.contribute(as(son), IdempotencyKey.fresh(), "4"));
        assertThat(own(son).orElseThrow().points()).isEqualTo(19);
        assertThat(bank.balance(mother.account())).isEqualTo(5);
        UUID account = payable(son).orElseThrow();
        List<Lot> lots = bank.in(connection -> books.lots(connection, CITY, account));
        assertThat(lots).extracting(Lot::expires).containsOnly(TODAY.plusMonths(24));
        refused(409, () -> flow.contribute(as(son), IdempotencyKey.fresh(), "7"));
        assertThat(now(history.household(as(son), null)).items()).extracting(HistoryLine::signed).containsExactly("+4", "+15");
        assertThatThrownBy(() -> now(history.household(as(bank.member("邻居")), null)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(404));
    }

    @Test
    void whoGoesLeavesTheirShareAndTheLastTakesTheRest() {
        family();
        now(flow.contribute(as(son), IdempotencyKey.fresh(), "10"));
        now(leaving.leave(as(son)));
        assertThat(own(mother).orElseThrow()).extracting(Household::points, it -> it.mates().size()).containsExactly(10L, 1);
        now(exit.leave(as(mother)));
        assertThat(own(mother)).isEmpty();
        assertThat(bank.balance(mother.account())).isEqualTo(30);
    }

    @Test
    void theOtherCityHasNoSuchHousehold() {
        now(flow.found(as(mother), "小屋"));
        now(flow.code(as(mother)));
        Caller there = new Caller(new TenantId("liaocheng"), ActorKind.RESIDENT, mother.resident().toString(), "居民", Set.of(), Surface.PORTAL);
        assertThat(now(households.own(there))).isEmpty();
        refused(409, () -> flow.ask(there, own(mother).orElseThrow().code()));
    }

    private void family() {
        now(flow.found(as(mother), "小屋"));
        now(flow.code(as(mother)));
        now(flow.ask(as(son), own(mother).orElseThrow().code()));
        now(flow.answer(as(mother), son.account(), true));
    }

    private Optional<Household> own(Member member) {
        return now(households.own(as(member)));
    }

    private Optional<UUID> payable(Member member) {
        return bank.in(connection -> households.account(connection, CITY, member.resident()));
    }

    private static Caller as(Member member) {
        return BankRig.resident(member.resident());
    }

    private static void refused(int status, Supplier<Uni<Void>> work) {
        assertThatThrownBy(() -> now(work.get()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
    }
}
