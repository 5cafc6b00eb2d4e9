package cn.shiyu.moralbank.deed;

import java.util.Collection;

/** What a committee's votes come to: two of the same decide; whoever is kin does not count. */
final class Verdict {

    static final String AGREE = "AGREE";
    static final String REFUSE = "REFUSE";
    static final String RECUSED = "RECUSED";
    private static final int DECIDES = 2;

    private Verdict() {}

    /** @return {@code APPROVE}, {@code REFUSE}, or null while it is open */
    static DeedAction of(Collection<String> votes) {
        if (count(votes, AGREE) >= DECIDES) {
            return DeedAction.APPROVE;
        }
        return count(votes, REFUSE) >= DECIDES ? DeedAction.REFUSE : null;
    }

    private static long count(Collection<String> votes, String which) {
        return votes.stream().filter(which::equals).count();
    }
}
