package cn.shiyu.moralbank.ledger.audit;

import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.moralbank.ledger.audit.BookedTransfer.BookedPosting;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a transfer is whole, in balance, on a way that there is, on its day, and as it was when it was sealed. */
final class TransferCheck {

    private static final Set<String> ACCOUNTS =
            Stream.of(AccountKind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> KINDS =
            Stream.of(TransferKind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final String tenant;
    private final ZoneId zone;

    TransferCheck(String tenant, ZoneId zone) {
        this.tenant = tenant;
        this.zone = zone;
    }

    /** The first thing that is wrong with it. */
    Optional<Difference> fault(BookedTransfer it) {
        if (!places(it)) {
            return found("postings", it, it.lines().size(), it.postings());
        }
        long total = it.lines().stream().mapToLong(BookedPosting::points).sum();
        if (total != 0) {
            return found("balance", it, total, 0);
        }
        long received = it.lines().stream().mapToLong(BookedPosting::points).filter(points -> points > 0).sum();
        if (received != it.points()) {
            return found("points", it, it.points(), received);
        }
        if (!it.day().equals(it.at().atZone(zone).toLocalDate()) || !it.lines().stream().allMatch(line -> line.day().equals(it.day()))) {
            return found("day", it, it.day(), it.at().atZone(zone).toLocalDate());
        }
        Optional<BookedPosting> lost = it.lines().stream().filter(line -> !inItsPlace(line)).findFirst();
        if (lost.isPresent()) {
            return Optional.of(Difference.of("lost", it.id() + "/" + lost.get().place()));
        }
        if (!KINDS.contains(it.kind()) || !it.lines().stream().allMatch(line -> mayMove(TransferKind.valueOf(it.kind()), line))) {
            return Optional.of(Difference.of("route", it.id()));
        }
        return Arrays.equals(it.seal(), it.recomputedSeal(tenant)) ? Optional.empty() : Optional.of(Difference.of("seal", it.id()));
    }

    private static boolean places(BookedTransfer it) {
        List<BookedPosting> lines = it.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).place() != i + 1) {
                return false;
            }
        }
        return lines.size() == it.postings();
    }

    /** Its account is there, and its lot where and only where points of such an account lie in lots. */
    private static boolean inItsPlace(BookedPosting line) {
        if (line.accountKind() == null || !ACCOUNTS.contains(line.accountKind())) {
            return false;
        }
        return AccountKind.valueOf(line.accountKind()).inLots()
                ? line.lot() != null && line.lot().account().equals(line.account())
                : line.lotId() == null;
    }

    private static boolean mayMove(TransferKind kind, BookedPosting line) {
        AccountKind account = AccountKind.valueOf(line.accountKind());
        return line.points() < 0 ? kind.mayGive(account) : kind.mayReceive(account);
    }

    private static Optional<Difference> found(String what, BookedTransfer it, Object stands, Object ought) {
        return Optional.of(Difference.of(what, it.id(), stands, ought));
    }
}
