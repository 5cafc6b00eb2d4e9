package cn.shiyu.region;

/**
 * The two ways in which places are written down: WGS-84, told by satellites and asked for by Open311, and GCJ-02 (国测局坐标),
 * in which every public map of the country is drawn and we keep all points; some 300 to 600 m apart. The usual approximation, the
 * same as js/datum.js; there and back again it is exact to millimetres. Outside the country nothing is shifted.
 */
public final class Datum {

    /** Degrees. */
    public record Point(double lng, double lat) {}

    private static final double AXIS = 6_378_245;
    private static final double FLATNESS = 0.00669342162296594323;
    private static final double CLOSE_ENOUGH = 1e-9;
    private static final int ROUNDS = 20;

    private Datum() {}

    public static Point toGcj02(Point wgs84) {
        if (isAbroad(wgs84)) {
            return wgs84;
        }
        double angle = Math.toRadians(wgs84.lat());
        double magic = 1 - FLATNESS * Math.pow(Math.sin(angle), 2);
        double perLat = Math.toRadians(AXIS * (1 - FLATNESS) / Math.pow(magic, 1.5));
        double perLng = Math.toRadians(AXIS / Math.sqrt(magic) * Math.cos(angle));
        double x = wgs84.lng() - 105;
        double y = wgs84.lat() - 35;
        return new Point(wgs84.lng() + east(x, y) / perLng, wgs84.lat() + north(x, y) / perLat);
    }

    /** By steps: what would have to be shifted to get here. */
    public static Point toWgs84(Point gcj02) {
        Point guess = gcj02;
        for (int round = 0; round < ROUNDS; round++) {
            Point shifted = toGcj02(guess);
            double lng = gcj02.lng() - shifted.lng();
            double lat = gcj02.lat() - shifted.lat();
            guess = new Point(guess.lng() + lng, guess.lat() + lat);
            if (Math.abs(lng) < CLOSE_ENOUGH && Math.abs(lat) < CLOSE_ENOUGH) {
                break;
            }
        }
        return guess;
    }

    /** The bounding box everybody uses: what little of the neighbours lies in it is shifted as well. */
    public static boolean isAbroad(Point point) {
        return point.lng() < 72.004 || point.lng() > 137.8347 || point.lat() < 0.8293 || point.lat() > 55.8271;
    }

    private static double north(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(x)
                + (20 * sine(y, 1) + 40 * sine(y, 3)) * 2 / 3
                + (160 * sine(y, 12) + 320 * sine(y, 30)) * 2 / 3;
    }

    private static double east(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(x)
                + (20 * sine(x, 1) + 40 * sine(x, 3)) * 2 / 3
                + (150 * sine(x, 12) + 300 * sine(x, 30)) * 2 / 3;
    }

    private static double waves(double x) {
        return (20 * sine(x, 1 / 6.0) + 20 * sine(x, 0.5)) * 2 / 3;
    }

    private static double sine(double x, double cycle) {
        return Math.sin(x / cycle * Math.PI);
    }
}
