package cn.shiyu.moralbank.honour;

/** What a board goes by. */
public enum BoardMeasure {
    HOURS("minutes"),
    DEEDS("deeds");

    private final String column;

    BoardMeasure(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
