package cn.shiyu.open311.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The standard's XML is its JSON with a name on everything: the root, and each entry of a list. So one shape is written twice, and
 * the two cannot come to differ.
 */
final class Xml {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    /** What an entry is called within its list. */
    private static final Map<String, String> ENTRIES = Map.of(
            "services", "service",
            "service_requests", "request",
            "errors", "error",
            "attributes", "attribute",
            "values", "value",
            "endpoints", "endpoint",
            "formats", "format");

    private Xml() {}

    static String of(String root, JsonNode answer) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            element(xml, root, answer);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes whatever is written", e);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, JsonNode node) throws XMLStreamException {
        xml.writeStartElement(name);
        if (node.isArray()) {
            for (JsonNode entry : node) {
                element(xml, ENTRIES.get(name), entry);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                element(xml, field.getKey(), field.getValue());
            }
        } else if (!node.isNull()) {
            xml.writeCharacters(allowed(node.asText()));
        }
        xml.writeEndElement();
    }

    /** XML 1.0 knows no control characters, not even escaped, and no half characters. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean isAllowed(int c) {
        boolean early = c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0xD800;
        return early || c >= 0xE000 && c < 0xFFFE || c >= 0x10000;
    }
}
