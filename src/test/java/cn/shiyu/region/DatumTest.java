package cn.shiyu.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.shiyu.region.Datum.Point;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DatumTest {

    private static final double METRES_A_DEGREE = 111_320;

    @Property
    void thereAndBackAgainIsWithinTwoMetres(
            @ForAll @DoubleRange(min = 73, max = 135) double lng, @ForAll @DoubleRange(min = 4, max = 53) double lat) {
        Point place = new Point(lng, lat);
        assertThat(metres(place, Datum.toWgs84(Datum.toGcj02(place)))).isLessThan(2);
        assertThat(metres(place, Datum.toGcj02(Datum.toWgs84(place)))).isLessThan(2);
    }

    @Property
    void withinTheCountryTheShiftIsNeitherNothingNorAKilometre(
            @ForAll @DoubleRange(min = 75, max = 134) double lng, @ForAll @DoubleRange(min = 18, max = 53) double lat) {
        Point place = new Point(lng, lat);
        assertThat(metres(place, Datum.toGcj02(place))).isBetween(10.0, 1000.0);
    }

    @Property
    void outsideTheCountryNothingIsShifted(
            @ForAll @DoubleRange(min = -180, max = 72) double lng,
            @ForAll @DoubleRange(min = -90, max = 90) double lat) {
        Point place = new Point(lng, lat);
        assertThat(Datum.toGcj02(place)).isEqualTo(place);
        assertThat(Datum.toWgs84(place)).isEqualTo(place);
    }

    /** Tian'anmen, as maps of both kinds have it. */
    @Test
    void shiftsAKnownPlaceToWhereMapsDrawIt() {
        Point drawn = Datum.toGcj02(new Point(116.39128, 39.90734));
        assertThat(drawn.lng()).isCloseTo(116.39752, within(0.0002));
        assertThat(drawn.lat()).isCloseTo(39.90874, within(0.0002));
    }

    private static double metres(Point one, Point other) {
        double east = (one.lng() - other.lng()) * Math.cos(Math.toRadians(one.lat()));
        return Math.hypot(east, one.lat() - other.lat()) * METRES_A_DEGREE;
    }
}
