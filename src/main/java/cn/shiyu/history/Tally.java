package cn.shiyu.history;

/** How many lines of a batch, or of a whole file, became what. */
record Tally(int lines, int taken, int there, int refused, int warned) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    static final Tally TAKEN = new Tally(1, 1, 0, 0, 0);
    static final Tally REMARKED = new Tally(1, 1, 0, 0, 1);
    static final Tally THERE = new Tally(1, 0, 1, 0, 0);
    static final Tally REFUSED = new Tally(1, 0, 0, 1, 0);

    Tally plus(Tally more) {
        return new Tally(
                lines + more.lines, taken + more.taken, there + more.there, refused + more.refused, warned + more.warned);
    }
}
