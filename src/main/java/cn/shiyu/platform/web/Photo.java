package cn.shiyu.platform.web;

/** A picture as a gallery shows it. @param href of the full picture @param thumb of the small one @param alt Chinese */
public record Photo(String href, String thumb, String alt) {

    public Photo(String href, String alt) {
        this(href, href, alt);
    }
}
