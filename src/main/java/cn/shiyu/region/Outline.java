package cn.shiyu.region;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A GeoJSON polygon or several: rings of corners. Inside is what an odd number of rings go around, so holes are outside. */
final class Outline {

    /** Some five kilometres. */
    private static final double NEAR = 0.05;

    private final List<double[][]> rings = new ArrayList<>();
    private double west = 180;
    private double east = -180;
    private double south = 90;
    private double north = -90;

    private Outline() {}

    static Outline of(JsonNode geometry) {
        Outline outline = new Outline();
        outline.collect(geometry.path("coordinates"));
        return outline;
    }

    /** Polygons nest their rings one level deeper when there are several. */
    private void collect(JsonNode level) {
        if (level.path(0).path(0).path(0).isNumber()) {
            level.forEach(ring -> rings.add(corners(ring)));
        } else {
            level.forEach(this::collect);
        }
    }

    private double[][] corners(JsonNode ring) {
        double[][] corners = new double[ring.size()][];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new double[] {
                ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble()
            };
            west = Math.min(west, corners[i][0]);
            east = Math.max(east, corners[i][0]);
            south = Math.min(south, corners[i][1]);
            north = Math.max(north, corners[i][1]);
        }
        return corners;
    }

    List<double[][]> rings() {
        return List.copyOf(rings);
    }

    boolean isNear(Datum.Point point) {
        return point.lng() >= west - NEAR
                && point.lng() <= east + NEAR
                && point.lat() >= south - NEAR
                && point.lat() <= north + NEAR;
    }

    boolean contains(Datum.Point point) {
        return rings.stream().filter(ring -> isAround(ring, point)).count() % 2 == 1;
    }

    /** A ray to the east crosses an odd number of edges. */
    private static boolean isAround(double[][] ring, Datum.Point point) {
        boolean inside = false;
        for (int i = 0, j = ring.length - 1; i < ring.length; j = i++) {
            double[] a = ring[i];
            double[] b = ring[j];
            boolean crosses = (a[1] > point.lat()) != (b[1] > point.lat());
            if (crosses && point.lng() < (b[0] - a[0]) * (point.lat() - a[1]) / (b[1] - a[1]) + a[0]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
