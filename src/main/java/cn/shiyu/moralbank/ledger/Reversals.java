package cn.shiyu.moralbank.ledger;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes transfers back. */
@ApplicationScoped
class Reversals {

    /** How long points last that come back after their lot ran out. */
    static final int GRACE_DAYS = 30;

    private static final String ENDS = "select ends_hold from bank_transfer where tenant_id = $1 and transfer_id = $2";

    @Inject
    Bookkeeper bookkeeper;

    Uni<Receipt> reverse(Statements sql, Caller by, String key, UUID transfer, String reason, Source source) {
        return Books.find(sql, by.tenant(), transfer).map(found -> found.orElseThrow(Refusal::notFound)).chain(line -> {
            TransferKind undone = TransferKind.valueOf(line.text(0));
            TransferKind kind =
                    switch (undone) {
                        case AWARD, SPEND -> TransferKind.REVERSAL;
                        case CAPTURE -> TransferKind.REFUND;
                        default -> throw LedgerRefusals.notReversible();
                    };
            Transfer back = new Transfer(key, kind, transfer, null, line.bigNumber(5), null, reason, source, line.number(4));
            return opposite(sql, by, transfer, undone)
                    .call(postings -> Books.lockLots(sql, by.tenant(), postings))
                    .chain(postings -> write(sql, by, back, transfer, postings));
        });
    }

    /** The postings the other way round, lots not yet looked at. */
    private Uni<List<Books.Booked>> opposite(Statements sql, Caller by, UUID transfer, TransferKind undone) {
        Uni<List<Books.Booked>> booked = Books.postings(sql, by.tenant(), transfer);
        if (undone != TransferKind.CAPTURE) {
            return booked.map(all -> all.stream().map(Reversals::negated).toList());
        }
        // Through a hold: the shop gives back what it got, to the lots the hold took from.
        return booked.map(all -> all.stream()
                        .filter(one -> one.kind() == AccountKind.MERCHANT)
                        .map(Reversals::negated)
                        .toList())
                .chain(shop -> sql.first(ENDS, by.tenant().value(), transfer)
                        .chain(ended -> Books.ofHold(sql, by.tenant(), ended.orElseThrow().uuid(0)))
                        .map(lots -> {
                            List<Books.Booked> both = new ArrayList<>(shop);
                            both.addAll(lots);
                            return both;
                        }));
    }

    private static Books.Booked negated(Books.Booked one) {
        return new Books.Booked(one.account(), one.kind(), -one.points(), one.lot());
    }

    private Uni<Receipt> write(Statements sql, Caller by, Transfer back, UUID transfer, List<Books.Booked> opposite) {
        Instant now = bookkeeper.now();
        LocalDate today = bookkeeper.day(by.tenant(), now);
        List<Posting> postings = new ArrayList<>();
        List<Lot> made = new ArrayList<>();
        for (Books.Booked one : opposite) {
            postings.add(posting(one, today, made));
        }
        return bookkeeper.write(sql, by, now, back, postings, made, transfer, null);
    }

    private static Posting posting(Books.Booked one, LocalDate today, List<Lot> made) {
        if (one.lot() == null) {
            return Posting.of(one.account(), one.points());
        }
        if (one.points() < 0 || one.lot().spendable(today)) {
            return Posting.of(one.lot(), one.points());
        }
        Lot fresh = new Lot(
                UuidCreator.getTimeOrderedEpoch(), one.account(), one.lot().budget(), today.plusDays(GRACE_DAYS), one.points());
        made.add(fresh);
        return Posting.of(fresh, one.points());
    }
}
