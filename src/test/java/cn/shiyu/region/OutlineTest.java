package cn.shiyu.region;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.region.Datum.Point;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static final String SQUARE = "[[0,0],[4,0],[4,4],[0,4],[0,0]]";
    private static final String HOLE = "[[1,1],[2,1],[2,2],[1,2],[1,1]]";
    private static final String ISLAND = "[[10,10],[11,10],[11,11],[10,11],[10,10]]";

    @Test
    void knowsInsideFromOutsideAndFromAHole() throws JsonProcessingException {
        Outline outline = outline("Polygon", "[" + SQUARE + "," + HOLE + "]");
        assertThat(outline.contains(new Point(3, 3))).isTrue();
        assertThat(outline.contains(new Point(1.5, 1.5))).isFalse();
        assertThat(outline.contains(new Point(5, 3))).isFalse();
    }

    @Test
    void knowsARegionOfSeveralParts() throws JsonProcessingException {
        Outline outline = outline("MultiPolygon", "[[" + SQUARE + "],[" + ISLAND + "]]");
        assertThat(outline.contains(new Point(3, 3))).isTrue();
        assertThat(outline.contains(new Point(10.5, 10.5))).isTrue();
        assertThat(outline.contains(new Point(7, 7))).isFalse();
        assertThat(outline.isNear(new Point(11.04, 11.04))).isTrue();
        assertThat(outline.isNear(new Point(11.06, 11))).isFalse();
    }

    private static Outline outline(String type, String coordinates) throws JsonProcessingException {
        return Outline.of(
                new ObjectMapper().readTree("{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}"));
    }
}
