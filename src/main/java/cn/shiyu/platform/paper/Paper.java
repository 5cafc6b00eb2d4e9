package cn.shiyu.platform.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** An A4 paper put together from top to bottom. It takes the processor: never on the event loop. Not for several threads. */
public final class Paper {

    private static final float MARGIN = 64;
    private static final float TITLE = 18;
    private static final float HEADING = 13;
    private static final float TEXT = 11;
    private static final float LEADING = 1.65f;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);

    /** @param title also the document's own @param foot stands on every page before its number */
    public Paper(String title, String foot) {
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new Foot(foot));
        document.addTitle(title);
        document.setDocumentLanguage("zh-CN");
        document.open();
        Paragraph head = paragraph(title, TITLE, Font.BOLD);
        head.setAlignment(Element.ALIGN_CENTER);
        head.setSpacingAfter(TITLE);
        document.add(head);
    }

    public Paper heading(String words) {
        Paragraph heading = paragraph(words, HEADING, Font.BOLD);
        heading.setSpacingBefore(TEXT);
        document.add(heading);
        return this;
    }

    /** Each line its own paragraph, as Chinese papers are set. Nothing for nothing. */
    public Paper text(String words) {
        if (words != null) {
            words.strip().lines().forEach(line -> document.add(paragraph(line, TEXT, Font.NORMAL)));
        }
        return this;
    }

    public Paper table(List<String> heads, List<List<String>> rows) {
        PdfPTable table = new PdfPTable(heads.size());
        table.setWidthPercentage(100);
        table.setSpacingBefore(TEXT / 2);
        heads.forEach(head -> table.addCell(cell(head, Font.BOLD)));
        rows.forEach(row -> row.forEach(one -> table.addCell(cell(one == null ? "" : one, Font.NORMAL))));
        table.setHeaderRows(1);
        document.add(table);
        return this;
    }

    /** @param picture PNG or JPEG @param width and {@code height} in points, at most */
    public Paper picture(byte[] picture, float width, float height) {
        try {
            Image image = Image.getInstance(picture);
            image.scaleToFit(width, height);
            document.add(image);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Paper newPage() {
        document.newPage();
        return this;
    }

    /** The paper; nothing can be added after it. */
    public byte[] bytes() {
        document.close();
        return bytes.toByteArray();
    }

    private static PdfPCell cell(String words, int style) {
        PdfPCell cell = new PdfPCell(Letters.phrase(words, TEXT - 1, style));
        cell.setPadding(TEXT / 2);
        return cell;
    }

    private static Paragraph paragraph(String words, float size, int style) {
        Paragraph paragraph = new Paragraph(Letters.phrase(words, size, style));
        paragraph.setLeading(0, LEADING);
        return paragraph;
    }
}
