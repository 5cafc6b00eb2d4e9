package cn.shiyu.moralbank.honour;

/** What people of a community did. @param place full name of the division */
public record CommunityLine(String place, long members, long minutes, long deeds) {

    public String hours() {
        return Hours.of(minutes);
    }

    long by(BoardMeasure measure) {
        return measure == BoardMeasure.HOURS ? minutes : deeds;
    }
}
