package cn.shiyu.moralbank.award;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Reckons awards again under other terms. They come account by account, each in the order in which they were given, so that only one
 * account's caps are held at a time, however many there are.
 */
final class Simulator {

    /** One award as it was. */
    record Given(UUID account, String kind, long quantity, LocalDate day, long granted, String capped, UUID budget) {}

    private final BankTerms terms;
    private final Map<String, Long> had = new HashMap<>();
    private final Set<String> cappedThen = new HashSet<>();
    private final Set<String> cappedNow = new HashSet<>();
    private final Map<String, long[]> kinds = new LinkedHashMap<>();
    private final Map<UUID, long[]> budgets = new LinkedHashMap<>();
    private UUID account;
    private long awards;
    private long members;

    private static final int AWARDS = 0;
    private static final int THEN = 1;
    private static final int NOW = 2;
    private static final int CAPPED_THEN = 3;
    private static final int CAPPED_NOW = 4;

    Simulator(BankTerms terms) {
        this.terms = terms;
    }

    void see(Given one) {
        if (!Objects.equals(account, one.account())) {
            account = one.account();
            members++;
            had.clear();
            cappedThen.clear();
            cappedNow.clear();
        }
        awards++;
        BankTerms.Cut cut = terms.kind(one.kind()).map(kind -> cut(kind, one)).orElse(new BankTerms.Cut(0, null));
        count(one, cut);
    }

    private BankTerms.Cut cut(AwardKind kind, Given one) {
        String day = one.kind() + one.day();
        String month = one.kind() + one.day().getYear() + "/" + one.day().getMonthValue();
        String all = "*" + one.day();
        BankTerms.Cut cut = terms.cut(
                kind, terms.base(kind, one.quantity(), one.day()), new BankTerms.Had(had(day), had(month), had(all)));
        List.of(day, month, all).forEach(key -> had.merge(key, cut.points(), Long::sum));
        return cut;
    }

    private long had(String key) {
        return had.getOrDefault(key, 0L);
    }

    private void count(Given one, BankTerms.Cut cut) {
        long[] kind = kinds.computeIfAbsent(one.kind(), code -> new long[CAPPED_NOW + 1]);
        kind[AWARDS]++;
        kind[THEN] += one.granted();
        kind[NOW] += cut.points();
        if (one.capped() != null && cappedThen.add(one.kind())) {
            kind[CAPPED_THEN]++;
        }
        if (cut.capped() != null && cappedNow.add(one.kind())) {
            kind[CAPPED_NOW]++;
        }
        long[] budget = budgets.computeIfAbsent(one.budget(), id -> new long[2]);
        budget[0] += one.granted();
        budget[1] += cut.points();
    }

    Simulated result() {
        return new Simulated(
                awards, members,
                kinds.entrySet().stream().map(one -> new Simulated.OfKind(
                        one.getKey(), one.getValue()[AWARDS], one.getValue()[THEN], one.getValue()[NOW], one.getValue()[CAPPED_THEN],
                        one.getValue()[CAPPED_NOW])).toList(),
                budgets.entrySet().stream()
                        .map(one -> new Simulated.OfBudget(one.getKey(), one.getValue()[0], one.getValue()[1]))
                        .toList());
    }
}
