package cn.shiyu.platform.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Keeps with the request what a resource has read of a form, in case it cannot be taken now. */
@Provider
class FormReader implements ReaderInterceptor {

    @Inject
    CurrentVertxRequest current;

    @Override
    @SuppressWarnings("unchecked")
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object entity = context.proceed();
        RoutingContext request = current.getCurrent();
        if (request != null && entity instanceof MultivaluedMap<?, ?> form) {
            TypedForms.note(request, (MultivaluedMap<String, String>) form);
        }
        return entity;
    }
}
