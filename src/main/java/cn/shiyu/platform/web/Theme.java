package cn.shiyu.platform.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The look of a city: section {@code theme} of its tenant file.
 *
 * @param primary {@code #rrggbb}; buttons and the head of every page
 * @param accent {@code #rrggbb}; small marks only
 * @param slogan Chinese, one line below the city's name
 * @param hotline as people dial it
 * @param logoText one or two characters in the mark beside the name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Theme(String primary, String accent, String slogan, String hotline, String logoText) {

    private static final String SHEET =
            """
            :root, [data-bs-theme=light] {
              --city-primary: %s;
              --city-primary-rgb: %s;
              --city-primary-strong: %s;
              --city-primary-soft: %s;
              --city-primary-line: %s;
              --city-on-primary: %s;
              --city-link: %s;
              --city-accent: %s;
            }
            """;

    /** The custom properties every style sheet builds on; text colours reach contrast AA whatever the city chose. */
    String sheet() {
        Colour main = Colour.of(primary);
        // A primary too pale to carry white text is darkened: ink on a bright bar looks like a warning.
        Colour ground = main.foreground() == Colour.WHITE ? main : main.readableOn(Colour.WHITE);
        Colour soft = ground.mixedWith(Colour.WHITE, 0.92);
        return SHEET.formatted(
                ground.hex(),
                ground.channels(),
                ground.mixedWith(Colour.INK, 0.25).hex(),
                soft.hex(),
                ground.mixedWith(Colour.WHITE, 0.7).hex(),
                ground.foreground().hex(),
                ground.readableOn(soft).hex(),
                Colour.of(accent == null ? primary : accent).hex());
    }
}
