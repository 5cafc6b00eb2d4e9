package cn.shiyu.moralbank.honour;

/**
 * What a member lets be shown.
 *
 * @param book entries in the book @param boards a place on the boards @param pen name of their choice, null unless {@link Naming#PEN}
 */
public record Consent(boolean book, boolean boards, Naming naming, String pen) {

    /** As long as nobody said anything. */
    public static final Consent NONE = new Consent(false, false, Naming.MASKED, null);
}
