package cn.shiyu.moralbank.ledger;

import java.util.List;

/**
 * The whole bank. Issued = spent + expired + held + outstanding, always.
 *
 * @param funded what sponsors have put into budgets, less what went back
 * @param issued what people were given, less what was taken back
 * @param spent what merchants received, less refunds
 * @param expired what ran out or was left behind
 * @param held what is put aside at the moment
 * @param settled what merchants were paid for
 */
public record LedgerTotals(long funded, long issued, long spent, long expired, long held, long settled) {

    /** What people have and may still spend, or will see expire. */
    public long outstanding() {
        return issued - spent - expired - held;
    }

    /** What budgets have left to give. */
    public long budgets() {
        return funded - issued;
    }

    public static LedgerTotals of(List<KindSum> sums) {
        long back = of(sums, TransferKind.REVERSAL, TransferKind.SPEND) + of(sums, TransferKind.REFUND);
        return new LedgerTotals(
                of(sums, TransferKind.FUND) - of(sums, TransferKind.UNFUND),
                of(sums, TransferKind.AWARD) - of(sums, TransferKind.REVERSAL, TransferKind.AWARD),
                of(sums, TransferKind.SPEND) + of(sums, TransferKind.CAPTURE) - back,
                of(sums, TransferKind.EXPIRE) + of(sums, TransferKind.FORFEIT),
                of(sums, TransferKind.HOLD) - of(sums, TransferKind.CAPTURE) - of(sums, TransferKind.RELEASE),
                of(sums, TransferKind.SETTLE));
    }

    private static long of(List<KindSum> sums, TransferKind kind) {
        return sums.stream().filter(one -> one.kind() == kind).mapToLong(KindSum::points).sum();
    }

    private static long of(List<KindSum> sums, TransferKind kind, TransferKind undoes) {
        return sums.stream()
                .filter(one -> one.kind() == kind && one.undoes() == undoes)
                .mapToLong(KindSum::points)
                .sum();
    }
}
