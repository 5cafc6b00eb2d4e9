package cn.shiyu.moralbank.ledger;

/**
 * Something that happens at the bank. Indices are taken modulo what there is, so that any list of acts makes sense.
 *
 * @param twice sent again with the same key @param fails its transaction is given up at the end
 */
record Act(Kind kind, int who, int other, int points, int days, boolean twice, boolean fails) {

    enum Kind {
        FUND, UNFUND, AWARD, SPEND, POOL, HOLD, CAPTURE, RELEASE, REVERSE, EXPIRE, FORFEIT, SETTLE
    }

    static <T> T at(java.util.List<T> all, int index) {
        return all.get(Math.floorMod(index, all.size()));
    }
}
