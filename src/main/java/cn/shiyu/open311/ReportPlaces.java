package cn.shiyu.open311;

import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.Datum;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionShapes;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Where it is: a region's code, a point, words, or several of these. The region is the one named by code; else the township on
 * whose shape the point lies; else the one township the words name; else the city, whose centre decides.
 */
@ApplicationScoped
class ReportPlaces {

    /** @param point GCJ-02, or null @param address or null */
    record Place(String region, Datum.Point point, String address) {}

    @Inject
    Regions regions;

    @Inject
    RegionShapes shapes;

    /** @param faults gets what is wrong; the place is then of no use */
    Place read(City city, ReportForm form, List<FieldError> faults) {
        if (!form.has("lat") && !form.has("long") && !form.has("address_string") && !form.has("address_id")) {
            faults.add(new FieldError("lat", Messages.get("open311.fault.noPlace")));
        }
        Optional<Datum.Point> point = point(city, form, faults);
        String address = form.value("address_string").orElse(null);
        String region = form.value("address_id")
                .map(code -> named(city, code, faults))
                .or(() -> point.flatMap(at -> shapes.township(city, at)))
                .or(() -> told(city, address))
                .orElse(regions.of(city).root().code());
        return new Place(region, point.orElse(null), address);
    }

    private Optional<Datum.Point> point(City city, ReportForm form, List<FieldError> faults) {
        if (form.has("lat") != form.has("long")) {
            faults.add(new FieldError(form.has("lat") ? "long" : "lat", Messages.get("open311.fault.onlyOne")));
        }
        Double lat = degrees(form, "lat", 90, faults);
        Double lng = degrees(form, "long", 180, faults);
        if (lat == null || lng == null) {
            return Optional.empty();
        }
        Datum.Point point = Datum.toGcj02(new Datum.Point(lng, lat));
        if (!shapes.isNear(city, point)) {
            faults.add(new FieldError("lat", Messages.get("open311.fault.elsewhere", city.name())));
        }
        return Optional.of(point);
    }

    private static Double degrees(ReportForm form, String name, int most, List<FieldError> faults) {
        Optional<String> sent = form.value(name);
        if (sent.isEmpty()) {
            return null;
        }
        boolean plain = sent.get().matches("[+-]?\\d{1,3}(\\.\\d{1,30})?");
        if (!plain || Math.abs(Double.parseDouble(sent.get())) > most) {
            faults.add(new FieldError(name, Messages.get("open311.fault.degrees", most)));
            return null;
        }
        return Double.valueOf(sent.get());
    }

    private String named(City city, String code, List<FieldError> faults) {
        if (regions.of(city).find(code).isEmpty()) {
            faults.add(new FieldError("address_id", Messages.get("open311.fault.region", city.name())));
        }
        return code;
    }

    /** Two townships in one address decide nothing. Below the township its one village that is named. */
    private Optional<String> told(City city, String address) {
        if (address == null) {
            return Optional.empty();
        }
        RegionTree tree = regions.of(city);
        return only(tree.ofLevel(RegionLevel.TOWNSHIP), address)
                .map(township -> only(tree.children(township.code()), address).orElse(township))
                .map(Region::code);
    }

    private static Optional<Region> only(List<Region> choices, String address) {
        List<Region> named = choices.stream()
                .filter(region -> address.contains(region.name()))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
