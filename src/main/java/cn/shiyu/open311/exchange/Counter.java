package cn.shiyu.open311.exchange;

import cn.shiyu.identity.IdentityConfig;
import cn.shiyu.open311.Open311Settings;
import cn.shiyu.open311.Unknown;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Where every request comes first: whether the city takes part, whether it is the one meant, and not too often. */
@RequestScoped
class Counter {

    @Inject
    CurrentCity current;

    @Inject
    RateLimiter limits;

    @Inject
    IdentityConfig addresses;

    @Inject
    RoutingContext request;

    /** @throws cn.shiyu.platform.problem.Refusal 404 when the city takes no part or another one was meant, 429 too often */
    Uni<City> reading(String jurisdiction) {
        City city = city(jurisdiction);
        String from = request.request().remoteAddress().host();
        int most = Open311Settings.of(city).readsPerMinute();
        return limits.admit(city.id(), "open311-read", from, most, Duration.ofMinutes(1))
                .replaceWith(city);
    }

    /** @throws cn.shiyu.platform.problem.Refusal 404 when the city takes no part or another one was meant */
    City city(String jurisdiction) {
        City city = current.get();
        if (!Open311Settings.of(city).enabled()) {
            throw Unknown.notOffered();
        }
        if (jurisdiction != null && !jurisdiction.isBlank() && !isMeant(city, jurisdiction.strip())) {
            throw Unknown.jurisdiction();
        }
        return city;
    }

    private static boolean isMeant(City city, String jurisdiction) {
        return jurisdiction.equalsIgnoreCase(city.shortCode())
                || city.hosts().stream().anyMatch(jurisdiction::equalsIgnoreCase);
    }

    /** Where people reach this city, by the name this request used. */
    String portal() {
        return addresses
                .addresses()
                .get(0)
                .replace("{host}", request.request().authority().host());
    }
}
