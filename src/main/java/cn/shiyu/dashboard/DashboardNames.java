package cn.shiyu.dashboard;

import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a list is narrowed to, as people call it. */
@ApplicationScoped
public class DashboardNames {

    @Inject
    DashboardQueries dashboard;

    @Inject
    Units units;

    /** @throws Refusal 404 for what this city does not have, and for days in the wrong order or more than a year of them */
    public List<String> of(City city, MarkFilter filter) {
        if (filter.from().isAfter(filter.to()) || filter.from().plusYears(1).isBefore(filter.to())) {
            throw Refusal.notFound();
        }
        List<String> names = new ArrayList<>();
        known(names, filter.township(), dashboard.townships(city));
        known(names, filter.topic(), dashboard.topics(city));
        if (filter.unit() != null) {
            names.add(units.of(city).find(filter.unit()).map(Unit::name).orElseThrow(Refusal::notFound));
        }
        return names;
    }

    private static void known(List<String> names, String code, Map<String, String> all) {
        if (code == null) {
            return;
        }
        if (!all.containsKey(code)) {
            throw Refusal.notFound();
        }
        names.add(all.get(code));
    }
}
