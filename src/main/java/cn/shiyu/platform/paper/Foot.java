package cn.shiyu.platform.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;

/** What stands at the foot of every page. */
final class Foot extends PdfPageEventHelper {

    private static final float SIZE = 8;

    private final String words;

    Foot(String words) {
        this.words = words;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        float middle = (document.left() + document.right()) / 2;
        ColumnText.showTextAligned(
                writer.getDirectContent(), Element.ALIGN_CENTER,
                Letters.phrase(words + "  ·  第 " + writer.getPageNumber() + " 页", SIZE, Font.NORMAL), middle,
                document.bottom() / 2, 0);
    }
}
