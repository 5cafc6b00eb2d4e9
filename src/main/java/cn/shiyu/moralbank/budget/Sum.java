package cn.shiyu.moralbank.budget;

/** What the clerk is about to book. */
public record Sum(long points, long fen, String paper) {

    public String yuan() {
        return Typed.yuan(fen);
    }
}
