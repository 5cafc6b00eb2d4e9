package cn.shiyu.platform.web;

/**
 * One place a menu, a row of tabs or a trail leads to.
 *
 * @param href local address
 * @param label Chinese, four characters at best
 * @param icon a symbol of icons.svg, or null
 * @param count how many wait there, or null where counting makes no sense
 * @param current whether this is the page at hand
 */
public record NavItem(String href, String label, String icon, Integer count, boolean current) {

    public NavItem(String href, String label, String icon) {
        this(href, label, icon, null, false);
    }

    public static NavItem tab(String href, String label, Integer count, boolean current) {
        return new NavItem(href, label, null, count, current);
    }

    /** The same item, current when the page at hand lies at or below it. */
    public NavItem on(String path) {
        return new NavItem(href, label, icon, count, path.equals(href) || path.startsWith(href + "/"));
    }
}
