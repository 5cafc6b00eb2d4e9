package cn.shiyu.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.PascalDistribution;

/**
 * A topic of which a township has had remarkably many lately (热点): about places and topics, never about people.
 *
 * @param count in the last seven whole days @param usual a week, of the eight weeks before
 */
public record HotSpot(String township, String townshipName, String topic, String topicName, int count, double usual) {

    static final int WEEKS = 8;
    private static final int FEWEST = 5;
    private static final int MOST = 10;

    /** In a hundred weeks without anything unusual anywhere, at most so many name a place. */
    private static final double FALSE_ALARMS = 0.05;

    /** What was counted. @param before in the eight weeks before */
    record Counted(String township, String topic, int count, int before) {}

    /** The most unusual first. The bar rises with how many places and topics are looked at. */
    static List<HotSpot> among(List<Counted> all, Map<String, String> townships, Map<String, String> topics) {
        double bar = FALSE_ALARMS / Math.max(1, all.size());
        return all.stream()
                .filter(one -> one.count() >= FEWEST && chance(one) < bar)
                .sorted(Comparator.comparingDouble(HotSpot::chance))
                .limit(MOST)
                .flatMap(one -> named(one, townships, topics).stream())
                .toList();
    }

    private static Optional<HotSpot> named(Counted one, Map<String, String> townships, Map<String, String> topics) {
        String township = townships.get(one.township());
        String topic = topics.get(one.topic());
        return township == null || topic == null
                ? Optional.empty()
                : Optional.of(new HotSpot(one.township(), township, one.topic(), topic, one.count(), (double) one.before() / WEEKS));
    }

    /**
     * How likely so many or more come in a week when nothing has changed and cases come at random: the exact test of one Poisson count against
     * another over eight times the time, which is the tail of a negative binomial one.
     */
    static double chance(Counted one) {
        return PascalDistribution.of(one.before() + 1, WEEKS / (WEEKS + 1.0)).survivalProbability(one.count() - 1);
    }
}
