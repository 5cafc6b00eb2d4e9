package cn.shiyu.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.dashboard.HotSpot.Counted;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a place and topic are remarkable, and when they are not. */
class HotSpotTest {

    private static final Map<String, String> PLACES = Map.of("T", "东城街道");
    private static final Map<String, String> TOPICS = Map.of("water", "供水");

    private static boolean isHot(int count, int before) {
        return !HotSpot.among(List.of(new Counted("T", "water", count, before)), PLACES, TOPICS).isEmpty();
    }

    @Test
    void aWeekLikeTheOthersIsNone() {
        assertThat(isHot(10, 80)).isFalse();
        assertThat(isHot(14, 80)).isFalse();
    }

    @Test
    void manyMoreThanEverIsOneAndSaysWhatIsUsual() {
        assertThat(HotSpot.among(List.of(new Counted("T", "water", 40, 80)), PLACES, TOPICS))
                .containsExactly(new HotSpot("T", "东城街道", "water", "供水", 40, 10.0));
    }

    @Test
    void aFewAreNoneHoweverQuietItWas() {
        assertThat(isHot(4, 0)).isFalse();
        assertThat(isHot(6, 0)).isTrue();
    }

    @Test
    void theMoreIsLookedAtTheMoreItTakes() {
        List<Counted> all = IntStream.range(0, 2000).mapToObj(i -> new Counted(i == 0 ? "T" : "X" + i, "water", i == 0 ? 20 : 10, 80)).toList();
        assertThat(isHot(20, 80)).isTrue();
        assertThat(HotSpot.among(all, PLACES, TOPICS)).isEmpty();
    }

    @Test
    void citiesInWhichNothingHappensAreSeldomAlarmed() {
        Random random = new Random(20260302);
        int alarms = 0;
        for (int city = 0; city < 1000; city++) {
            List<Counted> quiet = IntStream.range(0, 100).mapToObj(i -> {
                double rate = 0.5 + random.nextInt(20);
                return new Counted("T", "water", poisson(random, rate), poisson(random, rate * HotSpot.WEEKS));
            }).toList();
            alarms += HotSpot.among(quiet, PLACES, TOPICS).isEmpty() ? 0 : 1;
        }
        assertThat(alarms).as("of a thousand quiet weeks of a hundred places and topics each").isLessThan(70);
    }

    /** By counting arrivals until the time is over. */
    private static int poisson(Random random, double rate) {
        int count = -1;
        for (double time = 0; time < rate; count++) {
            time -= Math.log(1 - random.nextDouble());
        }
        return count;
    }
}
