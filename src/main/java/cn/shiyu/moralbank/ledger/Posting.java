package cn.shiyu.moralbank.ledger;

import java.util.UUID;

/** One line of a transfer. @param lot null for accounts without lots @param points negative where they are given */
record Posting(UUID account, Lot lot, long points) {

    static Posting of(UUID account, long points) {
        return new Posting(account, null, points);
    }

    static Posting of(Lot lot, long points) {
        return new Posting(lot.account(), lot, points);
    }
}
