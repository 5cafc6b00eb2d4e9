package cn.shiyu.moralbank.deed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void twoOfTheSameDecide() {
        assertThat(Verdict.of(List.of())).isNull();
        assertThat(Verdict.of(List.of("AGREE"))).isNull();
        assertThat(Verdict.of(List.of("AGREE", "AGREE"))).isEqualTo(DeedAction.APPROVE);
        assertThat(Verdict.of(List.of("REFUSE", "REFUSE"))).isEqualTo(DeedAction.REFUSE);
    }

    @Test
    void whereTwoDifferAThirdDecides() {
        assertThat(Verdict.of(List.of("AGREE", "REFUSE"))).isNull();
        assertThat(Verdict.of(List.of("AGREE", "REFUSE", "AGREE"))).isEqualTo(DeedAction.APPROVE);
        assertThat(Verdict.of(List.of("REFUSE", "AGREE", "REFUSE"))).isEqualTo(DeedAction.REFUSE);
    }

    @Test
    void kinDoNotCount() {
        assertThat(Verdict.of(List.of("RECUSED", "RECUSED", "AGREE"))).isNull();
        assertThat(Verdict.of(List.of("RECUSED", "AGREE", "AGREE"))).isEqualTo(DeedAction.APPROVE);
    }
}
