package cn.shiyu.open311.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class XmlTest {

    @Property(tries = 300)
    void whateverIsWrittenCanBeRead(@ForAll String words) throws Exception {
        assertThat(parsed(xml(words)).getDocumentElement().getTagName()).isEqualTo("errors");
    }

    @Test
    void marksAreWordsAndWordsComeBackWhole() throws Exception {
        String words = "<b>路灯</b> & \"坏\" ]]> <![CDATA[x]]> 𠮷 👨‍👩‍👧 &amp; 'x'\n第二行\t。";
        assertThat(text(parsed(xml(words)))).isEqualTo(words);
    }

    @Test
    void whatXmlCannotSayIsMarkedAndTheRestStays() throws Exception {
        assertThat(text(parsed(xml("前\u0000\u0001\u000b\uFFFE\ud800后")))).isEqualTo("前\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD后");
    }

    @Test
    void namesEveryEntryAsTheStandardDoes() {
        var attribute = new Wire.Attribute(
                true, "kind", "singlevaluelist", false, "", 1, "诉求类型", List.of(new Wire.Value("REQUEST", "诉求")));
        String xml = Xml.of(
                "service_definition",
                new ObjectMapper().valueToTree(new Wire.Definition("urban.streetlight", List.of(attribute))));
        assertThat(xml)
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><service_definition>"
                        + "<service_code>urban.streetlight</service_code><attributes><attribute><variable>true</variable>"
                        + "<code>kind</code><datatype>singlevaluelist</datatype><required>false</required>"
                        + "<datatype_description></datatype_description><order>1</order><description>诉求类型</description>"
                        + "<values><value><key>REQUEST</key><name>诉求</name></value></values>"
                        + "</attribute></attributes></service_definition>");
    }

    private static String xml(String words) {
        return Xml.of("errors", new ObjectMapper().valueToTree(List.of(new Wire.Fault(400, words))));
    }

    private static String text(Document document) {
        return document.getElementsByTagName("description").item(0).getTextContent();
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
