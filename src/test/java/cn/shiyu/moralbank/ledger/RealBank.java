package cn.shiyu.moralbank.ledger;

import static cn.shiyu.moralbank.ledger.Counter.CITY;
import static cn.shiyu.moralbank.ledger.Counter.CLERK;
import static cn.shiyu.moralbank.ledger.Counter.SOURCE;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.support.Databases;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The same acts done by the ledger, with accounts of their own. */
final class RealBank {

    private static final class GivenUp extends RuntimeException {}

    private final Counter counter;
    private final Ledger ledger;
    private final LocalDate today = Counter.today();
    private final UUID issue;
    private final UUID settlement;
    private final UUID expiry;
    private final List<UUID> budgets;
    private final List<UUID> owners;
    private final List<UUID> shops;
    private final List<UUID> transfers = new CopyOnWriteArrayList<>();
    private final List<Held> holds = new CopyOnWriteArrayList<>();

    RealBank(Counter counter, Ledger ledger) {
        this.counter = counter;
        this.ledger = ledger;
        issue = counter.only(AccountKind.ISSUE);
        settlement = counter.only(AccountKind.SETTLEMENT);
        expiry = counter.only(AccountKind.EXPIRY);
        budgets = open(AccountKind.BUDGET, PaperBank.BUDGETS);
        owners = new ArrayList<>(open(AccountKind.RESIDENT, PaperBank.OWNERS - 1));
        owners.add(counter.open(AccountKind.HOUSEHOLD));
        shops = open(AccountKind.MERCHANT, PaperBank.SHOPS);
    }

    private List<UUID> open(AccountKind kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> counter.open(kind)).toList();
    }

    /** @return as {@link PaperBank#apply}, and "given up" or "not replayed" where that is to be told */
    String apply(Act act) {
        String key = Counter.key();
        Function<SqlConnection, Uni<Optional<Receipt>>> work = work(act, key);
        if (work == null) {
            return PaperBank.NOTHING;
        }
        if (act.fails()) {
            return givenUp(work);
        }
        String outcome = remembered(act, work, key);
        if (!act.twice() || act.kind() == Act.Kind.EXPIRE) {
            return outcome;
        }
        String again = tried(work, receipt -> receipt.replayed() ? PaperBank.DONE : "not replayed");
        return again.equals(outcome) ? outcome : outcome + ", again: " + again;
    }

    private String remembered(Act act, Function<SqlConnection, Uni<Optional<Receipt>>> work, String key) {
        return tried(work, receipt -> {
            transfers.add(receipt.transfer());
            if (act.kind() == Act.Kind.HOLD) {
                holds.add(counter.in(c -> ledger.hold(
                        c, CLERK, key, owner(act.who()), shop(act.other()), act.points(), until(act), "test", SOURCE)));
            }
            return PaperBank.DONE;
        });
    }

    private String tried(Function<SqlConnection, Uni<Optional<Receipt>>> work, Function<Receipt, String> done) {
        try {
            return counter.in(work).map(done).orElse(PaperBank.NOTHING);
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    /** A refusal is one; what was done is undone. */
    private String givenUp(Function<SqlConnection, Uni<Optional<Receipt>>> work) {
        try {
            counter.in(c -> work.apply(c).invoke(() -> {
                throw new GivenUp();
            }));
            return "not given up";
        } catch (GivenUp | Refusal expected) {
            return "given up";
        }
    }

    private Function<SqlConnection, Uni<Optional<Receipt>>> work(Act act, String key) {
        UUID budget = Act.at(budgets, act.other());
        UUID owner = owner(act.who());
        UUID shop = shop(act.other());
        boolean held = act.kind() == Act.Kind.CAPTURE || act.kind() == Act.Kind.RELEASE;
        if (held && holds.isEmpty() || act.kind() == Act.Kind.REVERSE && transfers.isEmpty()) {
            return null;
        }
        return switch (act.kind()) {
            case FUND -> post(key, TransferKind.FUND, issue, budget, act);
            case UNFUND -> post(key, TransferKind.UNFUND, budget, issue, act);
            case AWARD -> post(key, TransferKind.AWARD, budget, owner, act);
            case SPEND -> post(key, TransferKind.SPEND, owner, shop, act);
            case POOL -> post(key, TransferKind.POOL, owner, pooledTo(act), act);
            case FORFEIT -> post(key, TransferKind.FORFEIT, owner, expiry, act);
            case SETTLE -> post(key, TransferKind.SETTLE, shop, settlement, act);
            case HOLD -> c -> ledger.hold(c, CLERK, key, owner, shop, act.points(), until(act), "test", SOURCE)
                    .map(it -> Optional.of(new Receipt(it.hold(), it.replayed(), Instant.EPOCH)));
            case CAPTURE -> {
                Held it = Act.at(holds, act.other());
                yield c -> ledger.capture(c, CLERK, key, it.hold(), PaperBank.captured(it.points(), act.points())).map(Optional::of);
            }
            case RELEASE -> {
                Held it = Act.at(holds, act.other());
                yield c -> ledger.release(c, CLERK, key, it.hold()).map(Optional::of);
            }
            case REVERSE -> {
                UUID it = Act.at(transfers, act.other());
                yield c -> ledger.reverse(c, CLERK, key, it, "test", SOURCE).map(Optional::of);
            }
            case EXPIRE -> c -> counter.queries().lots(c, CITY, owner).chain(lots -> lots.stream()
                    .filter(lot -> lot.expires().isBefore(today))
                    .findFirst()
                    .map(lot -> ledger.expire(c, CITY, lot))
                    .orElse(Uni.createFrom().item(Optional.empty())));
        };
    }

    private Function<SqlConnection, Uni<Optional<Receipt>>> post(String key, TransferKind kind, UUID from, UUID to, Act act) {
        LocalDate expires = kind == TransferKind.AWARD ? today.plusDays(act.days()) : null;
        Transfer transfer = new Transfer(key, kind, from, to, act.points(), expires, "test", SOURCE, 0);
        return c -> ledger.post(c, CLERK, transfer).map(Optional::of);
    }

    private UUID owner(int who) {
        return Act.at(owners, who);
    }

    private UUID shop(int which) {
        return Act.at(shops, which);
    }

    private UUID pooledTo(Act act) {
        boolean household = Math.floorMod(act.who(), PaperBank.OWNERS) == PaperBank.OWNERS - 1;
        return household ? owners.get(Math.floorMod(act.other(), PaperBank.OWNERS - 1)) : owners.get(PaperBank.OWNERS - 1);
    }

    private static Instant until(Act act) {
        return Instant.now().plusSeconds(act.days() < 0 ? -60 : 3_600);
    }

    /** As {@link PaperBank#state}. */
    List<String> state() {
        List<String> all = new ArrayList<>();
        budgets.forEach(budget -> all.add("budget " + counter.balance(budget)));
        shops.forEach(shop -> all.add("shop " + counter.balance(shop)));
        owners.forEach(owner -> all.add("lots " + counter.in(c -> counter.queries().lots(c, CITY, owner)).stream()
                .map(lot -> ChronoUnit.DAYS.between(today, lot.expires()) + ":" + lot.remaining())
                .toList()));
        return all;
    }

    /** Read past the ledger: what must hold for these accounts whatever happened, and does not. */
    List<String> broken() {
        UUID[] accounts = Stream.of(budgets, owners, shops).flatMap(List::stream).toArray(UUID[]::new);
        try (Connection connection = Databases.asSuperuser()) {
            List<String> wrong = new ArrayList<>();
            for (String law : LedgerLaws.ALL) {
                wrong.addAll(Databases.column(connection, law, (Object) accounts));
            }
            return wrong;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
