package cn.shiyu.platform.paper;

import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontSelector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.librepdf.openpdf.fonts.Liberation;

/**
 * The letters of a paper: Liberation Sans for what is Latin, Droid Sans Fallback for what is Chinese, both embedded as far as they
 * are used, so that a paper looks alike in ten years and on a machine without either.
 */
final class Letters {

    private static final String CHINESE = "DroidSansFallbackFull.ttf";
    private static final BaseFont HAN = chinese();
    private static final BaseFont LATIN = latin();

    private Letters() {}

    private static BaseFont chinese() {
        try (InputStream file = Letters.class.getResourceAsStream("/fonts/" + CHINESE)) {
            return BaseFont.createFont(CHINESE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BaseFont latin() {
        try {
            return Liberation.SANS.create().getBaseFont();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Phrase phrase(String text, float size, int style) {
        FontSelector letters = new FontSelector();
        letters.addFont(new Font(HAN, size, style));
        letters.addFont(new Font(LATIN, size, style));
        return letters.process(shown(text));
    }

    /** A letter that neither has is named by its code: in a name or a sum nothing may vanish without a trace. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (letter < ' ' || HAN.charExists(letter) || LATIN.charExists(letter)) {
                shown.appendCodePoint(letter);
            } else {
                shown.append("〔U+%04X〕".formatted(letter));
            }
        });
        return shown.toString();
    }
}
