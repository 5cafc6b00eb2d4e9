package cn.shiyu.tenancy;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Carries the city found at the {@link Door} into the request's scope. */
class CityOfRequest {

    @Inject
    CurrentVertxRequest request;

    @Inject
    CurrentCity current;

    @ServerRequestFilter(preMatching = true, priority = 0)
    public void enter() {
        Door.cityOf(request.getCurrent()).ifPresent(current::enter);
    }
}
