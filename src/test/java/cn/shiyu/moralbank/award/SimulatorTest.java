package cn.shiyu.moralbank.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What terms reckon, and what a draft would have given. */
class SimulatorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID BUDGET = new UUID(0, 9);

    @Test
    void hoursAreRoundedDownAndSeasonsCountByTheDayOfTheDeed() {
        BankTerms terms = terms(10, 80, List.of(new Season("过年", "12-20", "01-10", 150, List.of())));
        AwardKind kind = terms.kind("volunteering").orElseThrow();
        assertThat(terms.base(kind, 59, DAY)).isEqualTo(9);
        assertThat(terms.base(kind, 60, LocalDate.of(2026, 12, 20))).isEqualTo(15);
        assertThat(terms.base(kind, 60, LocalDate.of(2027, 1, 10))).isEqualTo(15);
        assertThat(terms.base(kind, 60, LocalDate.of(2027, 1, 11))).isEqualTo(10);
    }

    @Test
    void theTightestCapIsNamed() {
        BankTerms terms = terms(10, 80, List.of());
        AwardKind kind = terms.kind("volunteering").orElseThrow();
        assertThat(terms.cut(kind, 50, new BankTerms.Had(40, 40, 40))).isEqualTo(new BankTerms.Cut(40, "day"));
        assertThat(terms.cut(kind, 50, new BankTerms.Had(40, 590, 40))).isEqualTo(new BankTerms.Cut(10, "month"));
        assertThat(terms.cut(kind, 50, new BankTerms.Had(0, 0, 118))).isEqualTo(new BankTerms.Cut(2, "total"));
        assertThat(terms.cut(kind, 50, new BankTerms.Had(200, 0, 0))).isEqualTo(new BankTerms.Cut(0, "day"));
    }

    @Test
    void aDraftIsTriedAccountByAccount() {
        Simulator simulator = new Simulator(terms(20, 30, List.of()));
        simulator.see(new Simulator.Given(ONE, "volunteering", 60, DAY, 10, null, BUDGET));
        simulator.see(new Simulator.Given(ONE, "volunteering", 60, DAY, 10, null, BUDGET));
        simulator.see(new Simulator.Given(ONE, "gone", 1, DAY, 7, "day", BUDGET));
        simulator.see(new Simulator.Given(OTHER, "volunteering", 60, DAY, 10, null, null));
        Simulated result = simulator.result();
        assertThat(result.members()).isEqualTo(2);
        assertThat(result.kinds()).containsExactly(
                new Simulated.OfKind("volunteering", 3, 30, 50, 0, 1), new Simulated.OfKind("gone", 1, 7, 0, 1, 0));
        assertThat(result.budgets()).containsExactly(new Simulated.OfBudget(BUDGET, 27, 30), new Simulated.OfBudget(null, 10, 20));
    }

    private static BankTerms terms(long points, long perDay, List<Season> seasons) {
        AwardKind kind = new AwardKind("volunteering", "志愿服务", points, AwardUnit.HOUR, perDay, 600, List.of());
        return new BankTerms(List.of(kind), 120, 24, 30, seasons);
    }
}
