package cn.shiyu.eventlog;

/**
 * The outcome of a verification.
 *
 * @param events how many entries were looked at
 * @param streams how many streams they belong to
 * @param broken the first broken entry, in the order of streams (oldest first) and entries; null when all is well
 */
public record ChainReport(String city, long events, long streams, ChainBreak broken) {

    public boolean isWhole() {
        return broken == null;
    }

    @Override
    public String toString() {
        return isWhole()
                ? city + ":" + streams + " 条链、" + events + " 个事件,全部完好"
                : city + ":查到第 " + events + " 个事件时发现断链 " + broken;
    }
}
