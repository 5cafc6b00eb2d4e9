package cn.shiyu.moralbank.honour;

/** What somebody did who agreed to be on the boards. @param name as they let it be shown */
public record PersonLine(String name, long minutes, long deeds) {

    public String hours() {
        return Hours.of(minutes);
    }

    long by(BoardMeasure measure) {
        return measure == BoardMeasure.HOURS ? minutes : deeds;
    }
}
