package cn.shiyu.platform.web;

/**
 * One option of a select, of radio cards or of checkboxes.
 *
 * @param code what is sent
 * @param name what is read, Chinese
 * @param hint a sentence below the name on cards, or null
 * @param icon a symbol of icons.svg on cards, or null
 */
public record Choice(String code, String name, String hint, String icon) {

    public Choice(String code, String name) {
        this(code, name, null, null);
    }

    public Choice(String code, String name, String hint) {
        this(code, name, hint, null);
    }
}
