package cn.shiyu.support;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;

/** Reads papers back. */
public final class Papers {

    private Papers() {}

    /** All letters of a PDF, page by page, without spaces and breaks: lines break where they must. */
    public static String text(byte[] paper) throws IOException {
        PdfReader reader = new PdfReader(paper);
        PdfTextExtractor extractor = new PdfTextExtractor(reader);
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page));
        }
        return text.toString().replaceAll("\\n", "");
    }
}
