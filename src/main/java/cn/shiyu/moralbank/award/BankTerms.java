package cn.shiyu.moralbank.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one version of the rules says. Plain figures: the same reckoning serves awards and simulations.
 *
 * @param totalPerDay most points for all that was done on one day
 * @param expiryMonths how long points can be spent
 * @param noticeDays how long before that a member is told
 */
public record BankTerms(List<AwardKind> kinds, long totalPerDay, int expiryMonths, int noticeDays, List<Season> seasons) {

    private static final long WHOLE = 100;

    public BankTerms {
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
        seasons = seasons == null ? List.of() : List.copyOf(seasons);
    }

    public Optional<AwardKind> kind(String code) {
        return kinds.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** Points before caps, rounded down. Of several seasons the first listed counts. */
    public long base(AwardKind kind, long quantity, LocalDate day) {
        long percent = seasons.stream()
                .filter(season -> season.covers(kind.code(), day))
                .findFirst()
                .map(Season::percent)
                .orElse((int) WHOLE);
        long whole = Math.multiplyExact(Math.multiplyExact(kind.points(), quantity), percent);
        return whole / (kind.unit().size() * WHOLE);
    }

    /** What is left of it under the caps, given what was had already. */
    public Cut cut(AwardKind kind, long base, Had had) {
        Cut cut = new Cut(base, null);
        cut = cut.within("day", kind.perDay() - had.kindToday());
        cut = cut.within("month", kind.perMonth() - had.kindThisMonth());
        return cut.within("total", totalPerDay - had.allToday());
    }

    /** Points given so far. */
    public record Had(long kindToday, long kindThisMonth, long allToday) {}

    /** @param capped the tightest cap that cut it, null where none did */
    public record Cut(long points, String capped) {

        private Cut within(String cap, long room) {
            long left = Math.max(0, room);
            return left < points ? new Cut(left, cap) : this;
        }
    }
}
