package cn.shiyu.moralbank.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which lots give how much: first to expire, first to go. */
final class LotPicks {

    private LotPicks() {}

    /** @param lots in the order in which they expire @return what each gives, as negative postings; empty when they do not suffice */
    static Optional<List<Posting>> of(List<Lot> lots, long points) {
        List<Posting> picked = new ArrayList<>();
        long missing = points;
        for (Lot lot : lots) {
            if (missing == 0) {
                break;
            }
            long part = Math.min(lot.remaining(), missing);
            picked.add(Posting.of(lot, -part));
            missing -= part;
        }
        return missing == 0 ? Optional.of(List.copyOf(picked)) : Optional.empty();
    }
}
