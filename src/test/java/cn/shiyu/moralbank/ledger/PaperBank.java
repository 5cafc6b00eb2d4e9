package cn.shiyu.moralbank.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bank on paper: what ought to come of each act, in as plain words as there are. Nothing here knows a database. */
final class PaperBank {

    static final String DONE = "done";
    static final String NOTHING = "nothing";
    static final String NOT_ENOUGH = "not-enough-points";
    /** Residents, and last the household. */
    static final int OWNERS = 4;
    static final int SHOPS = 2;
    static final int BUDGETS = 2;

    private static final int HOUSEHOLD = OWNERS - 1;
    private static final Comparator<PaperLot> FIRST_TO_EXPIRE = Comparator.<PaperLot>comparingInt(lot -> lot.days).thenComparingInt(lot -> lot.serial);

    static final class PaperLot {
        private final int owner;
        private final int days;
        private final int serial;
        private long rest;

        PaperLot(int owner, int days, int serial, long rest) {
            this.owner = owner;
            this.days = days;
            this.serial = serial;
            this.rest = rest;
        }
    }

    private static final class PaperTransfer {
        private final Act.Kind kind;
        private final int place;
        private final long points;
        private final Map<PaperLot, Long> lots;
        private boolean reversed;

        PaperTransfer(Act.Kind kind, int place, long points, Map<PaperLot, Long> lots) {
            this.kind = kind;
            this.place = place;
            this.points = points;
            this.lots = lots;
        }
    }

    private static final class PaperHold {
        private final int shop;
        private final long points;
        private final boolean ranOut;
        private final TreeMap<PaperLot, Long> taken;
        private boolean ended;

        PaperHold(int shop, long points, boolean ranOut, TreeMap<PaperLot, Long> taken) {
            this.shop = shop;
            this.points = points;
            this.ranOut = ranOut;
            this.taken = taken;
        }
    }

    private final long[] budgets = new long[BUDGETS];
    private final long[] shops = new long[SHOPS];
    private final List<PaperLot> lots = new ArrayList<>();
    private final List<PaperTransfer> transfers = new ArrayList<>();
    private final List<PaperHold> holds = new ArrayList<>();

    /** @return {@link #DONE}, {@link #NOTHING} when there was nothing to do it with, or the code of a refusal */
    String apply(Act act) {
        int budget = Math.floorMod(act.other(), BUDGETS);
        int shop = Math.floorMod(act.other(), SHOPS);
        int owner = Math.floorMod(act.who(), OWNERS);
        return switch (act.kind()) {
            case FUND -> fund(budget, act.points());
            case UNFUND -> budgets[budget] < act.points() ? NOT_ENOUGH : fund(budget, -act.points());
            case AWARD -> award(budget, owner, act.points(), act.days());
            case SPEND -> spend(owner, shop, act.points());
            case POOL -> pool(owner, act.other(), act.points());
            case HOLD -> hold(owner, shop, act.points(), act.days() < 0);
            case CAPTURE -> holds.isEmpty() ? NOTHING : capture(Act.at(holds, act.other()), act.points());
            case RELEASE -> holds.isEmpty() ? NOTHING : release(Act.at(holds, act.other()));
            case REVERSE -> transfers.isEmpty() ? NOTHING : reverse(Act.at(transfers, act.other()));
            case EXPIRE -> expire(owner);
            case FORFEIT -> forfeit(owner, act.points());
            case SETTLE -> shops[shop] < act.points() ? NOT_ENOUGH : settle(shop, act.points());
        };
    }

    private String fund(int budget, long points) {
        budgets[budget] += points;
        return booked(points > 0 ? Act.Kind.FUND : Act.Kind.UNFUND, budget, points, Map.of());
    }

    private String booked(Act.Kind kind, int place, long points, Map<PaperLot, Long> moved) {
        transfers.add(new PaperTransfer(kind, place, points, moved));
        return DONE;
    }

    private PaperLot lot(int owner, int days, long points) {
        PaperLot made = new PaperLot(owner, days, lots.size(), points);
        lots.add(made);
        return made;
    }

    private String award(int budget, int owner, long points, int days) {
        if (budgets[budget] < points) {
            return NOT_ENOUGH;
        }
        budgets[budget] -= points;
        return booked(Act.Kind.AWARD, budget, points, Map.of(lot(owner, days, points), points));
    }

    /** @return what each lot gives, or null when they do not suffice */
    private TreeMap<PaperLot, Long> take(int owner, long points, boolean expiredToo) {
        List<PaperLot> live = lots.stream()
                .filter(lot -> lot.owner == owner && lot.rest > 0 && (expiredToo || lot.days >= 0))
                .sorted(FIRST_TO_EXPIRE)
                .toList();
        if (live.stream().mapToLong(lot -> lot.rest).sum() < points) {
            return null;
        }
        TreeMap<PaperLot, Long> taken = new TreeMap<>(FIRST_TO_EXPIRE);
        long missing = points;
        for (PaperLot lot : live) {
            long part = Math.min(missing, lot.rest);
            if (part > 0) {
                lot.rest -= part;
                taken.put(lot, part);
                missing -= part;
            }
        }
        return taken;
    }

    private String spend(int owner, int shop, long points) {
        Map<PaperLot, Long> taken = take(owner, points, false);
        if (taken == null) {
            return NOT_ENOUGH;
        }
        shops[shop] += points;
        return booked(Act.Kind.SPEND, shop, points, taken);
    }

    private String pool(int owner, int other, long points) {
        int to = owner == HOUSEHOLD ? Math.floorMod(other, HOUSEHOLD) : HOUSEHOLD;
        Map<PaperLot, Long> taken = take(owner, points, false);
        if (taken == null) {
            return NOT_ENOUGH;
        }
        taken.forEach((lot, part) -> lot(to, lot.days, part));
        return booked(Act.Kind.POOL, to, points, Map.of());
    }

    private String hold(int owner, int shop, long points, boolean ranOut) {
        TreeMap<PaperLot, Long> taken = take(owner, points, false);
        if (taken == null) {
            return NOT_ENOUGH;
        }
        holds.add(new PaperHold(shop, points, ranOut, taken));
        return booked(Act.Kind.HOLD, shop, points, Map.of());
    }

    private String capture(PaperHold hold, int points) {
        if (hold.ended || hold.ranOut) {
            return "hold-ended";
        }
        long through = captured(hold.points, points);
        hold.ended = true;
        giveBack(hold, hold.points - through);
        shops[hold.shop] += through;
        return booked(Act.Kind.CAPTURE, hold.shop, through, hold.taken);
    }

    static long captured(long held, int points) {
        return 1 + points % held;
    }

    private static void giveBack(PaperHold hold, long points) {
        long missing = points;
        for (PaperLot lot : List.copyOf(hold.taken.descendingKeySet())) {
            long part = Math.min(missing, hold.taken.get(lot));
            lot.rest += part;
            missing -= part;
            if (hold.taken.merge(lot, -part, Long::sum) == 0) {
                hold.taken.remove(lot);
            }
        }
    }

    private String release(PaperHold hold) {
        if (hold.ended) {
            return "hold-ended";
        }
        hold.ended = true;
        giveBack(hold, hold.points);
        return booked(Act.Kind.RELEASE, hold.shop, hold.points, Map.of());
    }

    private String reverse(PaperTransfer it) {
        boolean award = it.kind == Act.Kind.AWARD;
        if (!award && it.kind != Act.Kind.SPEND && it.kind != Act.Kind.CAPTURE) {
            return "not-reversible";
        }
        if (it.reversed) {
            return "reversed-already";
        }
        PaperLot awarded = award ? it.lots.keySet().iterator().next() : null;
        if (award ? awarded.rest < it.points : shops[it.place] < it.points) {
            return NOT_ENOUGH;
        }
        it.reversed = true;
        if (award) {
            awarded.rest -= it.points;
            budgets[it.place] += it.points;
        } else {
            shops[it.place] -= it.points;
            it.lots.forEach((lot, part) -> {
                if (lot.days >= 0) {
                    lot.rest += part;
                } else {
                    lot(lot.owner, Reversals.GRACE_DAYS, part);
                }
            });
        }
        return booked(Act.Kind.REVERSE, it.place, it.points, Map.of());
    }

    private String expire(int owner) {
        PaperLot over = lots.stream()
                .filter(lot -> lot.owner == owner && lot.days < 0 && lot.rest > 0)
                .min(FIRST_TO_EXPIRE)
                .orElse(null);
        if (over == null) {
            return NOTHING;
        }
        over.rest = 0;
        return booked(Act.Kind.EXPIRE, owner, 0, Map.of());
    }

    private String forfeit(int owner, long points) {
        return take(owner, points, true) == null ? NOT_ENOUGH : booked(Act.Kind.FORFEIT, owner, points, Map.of());
    }

    private String settle(int shop, long points) {
        shops[shop] -= points;
        return booked(Act.Kind.SETTLE, shop, points, Map.of());
    }

    /** What budgets and shops hold, and each owner's lots as "last day:rest". */
    List<String> state() {
        List<String> all = new ArrayList<>();
        for (long budget : budgets) {
            all.add("budget " + budget);
        }
        for (long shop : shops) {
            all.add("shop " + shop);
        }
        for (int owner = 0; owner < OWNERS; owner++) {
            int whose = owner;
            all.add("lots " + lots.stream()
                    .filter(lot -> lot.owner == whose && lot.rest > 0)
                    .sorted(FIRST_TO_EXPIRE)
                    .map(lot -> lot.days + ":" + lot.rest)
                    .toList());
        }
        return all;
    }
}
