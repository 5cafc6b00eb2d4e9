package cn.shiyu.mediation;

import cn.shiyu.clock.Calendars;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Until when, by the city's settings and its working days. */
@ApplicationScoped
class MediationLimits {

    @Inject
    Calendars calendars;

    Instant choose(City city, Instant now) {
        return calendars.of(city).plus(now, MediationSettings.of(city).choose());
    }

    Instant take(City city, Instant now) {
        return calendars.of(city).plus(now, MediationSettings.of(city).take());
    }

    Instant whole(City city, Instant now) {
        return calendars.of(city).plus(now, MediationSettings.of(city).whole());
    }
}
