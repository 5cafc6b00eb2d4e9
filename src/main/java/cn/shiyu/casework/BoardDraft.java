package cn.shiyu.casework;

import java.util.regex.Pattern;

/**
 * A first draft of what goes to the public board: numbers by which a person could be found are blotted out. Names cannot be told
 * from other words by a machine, so a person reads the draft before it is published.
 */
public final class BoardDraft {

    private static final String BLOT = "***";

    /** Identity numbers (18 or 15 digits) and bank cards (up to 19), also in groups of four. */
    private static final Pattern LONG_NUMBERS = Pattern.compile("(?<!\\d)\\d{4}([ -]?\\d){10,14}[\\dXx]?(?!\\d)");

    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(\\+?86[ -]?)?1[3-9]\\d([ -]?\\d{4}){2}(?!\\d)");
    private static final Pattern LANDLINE = Pattern.compile("(?<!\\d)(0\\d{2,3}[ -]?)[2-9]\\d{6,7}(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern WECHAT = Pattern.compile("(?i)(微信号?|QQ号?|wechat)\\s*[::是]?\\s*[A-Za-z0-9_-]{5,20}");
    /** Vehicle plates, also of new-energy cars. */
    private static final Pattern PLATE = Pattern.compile("[\\u4e00-\\u9fa5][A-Z][·.]?[A-Z0-9]{5,6}(?![A-Za-z0-9])");

    private BoardDraft() {}

    public static String of(String text) {
        String draft = text == null ? "" : text;
        for (Pattern telling : new Pattern[] {MAIL, LONG_NUMBERS, MOBILE, LANDLINE, WECHAT, PLATE}) {
            draft = telling.matcher(draft).replaceAll(BLOT);
        }
        return draft;
    }
}
