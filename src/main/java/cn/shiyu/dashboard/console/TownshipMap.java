package cn.shiyu.dashboard.console;

import cn.shiyu.dashboard.Dashboard;
import cn.shiyu.region.DrawnRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The city's townships as a drawing, each shaded by how much came in.
 *
 * @param height of the drawing, {@value #WIDTH} wide
 * @param legend from the lightest shade to the darkest: up to how many
 */
public record TownshipMap(int height, List<Area> areas, List<Step> legend) {

    static final int WIDTH = 640;
    private static final int SHADES = 5;

    /** @param path in the drawing's units @param shade from 0 (nothing) to {@value #SHADES} @param share what came in there, or null */
    public record Area(String path, int shade, String code, Dashboard.Share share) {}

    /** @param from, to how many, both inclusive */
    public record Step(int shade, int from, int to) {}

    static TownshipMap of(List<DrawnRegion> regions, List<Dashboard.Share> shares) {
        if (regions.isEmpty()) {
            return new TownshipMap(0, List.of(), List.of());
        }
        Map<String, Dashboard.Share> byCode = shares.stream().collect(Collectors.toMap(Dashboard.Share::code, Function.identity()));
        List<Integer> bounds = bounds(regions.stream().map(DrawnRegion::code).map(byCode::get).map(TownshipMap::count).filter(count -> count > 0).sorted().toList());
        Projection projection = Projection.of(regions);
        List<Area> areas = regions.stream()
                .map(region -> new Area(
                        projection.path(region), shade(count(byCode.get(region.code())), bounds), region.code(), byCode.get(region.code())))
                .toList();
        return new TownshipMap(projection.height(), areas, legend(bounds));
    }

    private static int count(Dashboard.Share share) {
        return share == null ? 0 : share.sums().submitted();
    }

    /** Upper bounds of as many shades as there are different fifths. */
    private static List<Integer> bounds(List<Integer> counts) {
        return counts.isEmpty()
                ? List.of()
                : Stream.iterate(1, i -> i <= SHADES, i -> i + 1)
                        .map(i -> counts.get((int) Math.ceil((double) counts.size() * i / SHADES) - 1))
                        .distinct()
                        .toList();
    }

    private static int shade(int count, List<Integer> bounds) {
        if (count == 0) {
            return 0;
        }
        int step = 0;
        while (count > bounds.get(step)) {
            step++;
        }
        return SHADES - bounds.size() + step + 1;
    }

    private static List<Step> legend(List<Integer> bounds) {
        List<Step> steps = new ArrayList<>();
        int from = 1;
        for (int bound : bounds) {
            steps.add(new Step(shade(bound, bounds), from, bound));
            from = bound + 1;
        }
        return steps;
    }

    /** Degrees to the drawing's units; a degree of longitude is as much shorter as the city lies north. */
    private record Projection(double west, double north, double scale, double squeeze, int height) {

        static Projection of(List<DrawnRegion> regions) {
            double[] box = {180, 90, -180, -90};
            regions.stream().flatMap(region -> region.rings().stream()).flatMap(Stream::of).forEach(corner -> {
                box[0] = Math.min(box[0], corner[0]);
                box[1] = Math.min(box[1], corner[1]);
                box[2] = Math.max(box[2], corner[0]);
                box[3] = Math.max(box[3], corner[1]);
            });
            double squeeze = Math.cos(Math.toRadians((box[1] + box[3]) / 2));
            double scale = WIDTH / ((box[2] - box[0]) * squeeze);
            return new Projection(box[0], box[3], scale, squeeze, (int) Math.ceil((box[3] - box[1]) * scale));
        }

        String path(DrawnRegion region) {
            return region.rings().stream().map(this::ring).collect(Collectors.joining());
        }

        private String ring(double[][] corners) {
            return Stream.of(corners)
                    .map(corner -> String.format(
                            Locale.ROOT, "%.1f %.1f", (corner[0] - west) * squeeze * scale, (north - corner[1]) * scale))
                    .collect(Collectors.joining("L", "M", "Z"));
        }
    }
}
