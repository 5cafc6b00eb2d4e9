package cn.shiyu.platform.web;

import java.util.Locale;

/** A colour of a city's theme (sRGB, 0–255), with the arithmetic of WCAG 2.2 that keeps text on it readable. */
record Colour(int red, int green, int blue) {

    static final Colour WHITE = new Colour(255, 255, 255);
    static final Colour INK = new Colour(23, 33, 43);
    /** WCAG 2.2, 1.4.3 (AA) for text of ordinary size. */
    private static final double READABLE = 4.5;

    /** @throws IllegalArgumentException when the text is not {@code #rrggbb} */
    static Colour of(String hex) {
        if (!hex.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("not a colour of the form #rrggbb: " + hex);
        }
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** This colour with a share (0–1) of the other mixed in. */
    Colour mixedWith(Colour other, double share) {
        return new Colour(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    private static int mix(int mine, int theirs, double share) {
        return (int) Math.round(mine + (theirs - mine) * share);
    }

    /** White or ink, whichever reads better on this colour. */
    Colour foreground() {
        return contrast(WHITE) >= READABLE || contrast(WHITE) >= contrast(INK) ? WHITE : INK;
    }

    /** This colour, darkened as little as makes it readable as text on the given ground. */
    Colour readableOn(Colour ground) {
        Colour text = this;
        for (double share = 0.05; text.contrast(ground) < READABLE && share <= 1; share += 0.05) {
            text = mixedWith(INK, share);
        }
        return text;
    }

    double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    String channels() {
        return red + ", " + green + ", " + blue;
    }
}
