package cn.shiyu.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The agreements can fail: each mistake of the list is made on purpose, alone, and must be found and named. */
class PlantedFaultsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param object kind and name
     * @param place JSON pointer; "-" for the whole object
     * @param value JSON; nothing to remove what is there
     */
    @ParameterizedTest(name = "{0} {1} = {2}: {3}")
    @CsvFileSource(
            resources = "/kubernetes/planted-faults.csv",
            delimiter = ';',
            quoteCharacter = '\'',
            numLinesToSkip = 1)
    void finds(String object, String place, String value, String finding) throws JsonProcessingException {
        List<JsonNode> documents = new ArrayList<>(Overlay.HA_WATCHED.documents());
        JsonNode target = documents.stream()
                .filter(each -> Overlay.name(each).equals(object))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + object));
        if (place.equals("-")) {
            documents.remove(target);
        } else {
            change(target, JsonPointer.compile(place), value);
        }
        assertThat(Agreement.findings(documents)).anyMatch(found -> found.contains(finding));
    }

    private static void change(JsonNode target, JsonPointer place, String value) throws JsonProcessingException {
        JsonNode parent = target.at(place.head());
        String last = place.last().getMatchingProperty();
        if (parent instanceof ArrayNode array && value == null) {
            assertThat(array.remove(Integer.parseInt(last))).isNotNull();
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), JSON.readTree(value));
        } else if (value == null) {
            assertThat(((ObjectNode) parent).remove(last)).as("%s", place).isNotNull();
        } else {
            ((ObjectNode) parent).set(last, JSON.readTree(value));
        }
    }
}
