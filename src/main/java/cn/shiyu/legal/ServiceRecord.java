package cn.shiyu.legal;

import java.util.Map;

/**
 * 服务台账: what one advisor did within a month.
 *
 * @param answered consultations first answered in it
 * @param outcomes of those concluded in it, by outcome
 * @param rated how many of those were rated, and {@code satisfied} how many of these with one of the three upper levels
 * @param talks booked and held @param minutes of these
 */
public record ServiceRecord(
        String login, String name, String firm, int answered, Map<Outcome, Integer> outcomes, int rated, int satisfied, int talks,
        long minutes) {

    public int concluded() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @param outcome name of an {@link Outcome} */
    public int outcome(String outcome) {
        return outcomes.getOrDefault(Outcome.valueOf(outcome), 0);
    }
}
