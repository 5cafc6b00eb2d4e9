package cn.shiyu.platform.problem;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** Finds what was typed in a request that failed, wherever on its way it did: also when nobody has read it yet. */
final class TypedForms {

    /** A case of the greatest length, percent-encoded, takes half of it; whoever sends more fills no form of ours. */
    private static final long LARGEST = 128 * 1024;

    private static final String FIELDS = "shiyu.form.fields";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String WORDS = "application/x-www-form-urlencoded";
    private static final String FILES = "multipart/form-data";

    private TypedForms() {}

    static boolean isOfWords(HttpServerRequest request) {
        return request.method() == HttpMethod.POST && type(request).startsWith(WORDS);
    }

    /** A resource has read it. */
    static void note(RoutingContext context, MultivaluedMap<String, String> form) {
        MultiMap fields = MultiMap.caseInsensitiveMultiMap();
        form.forEach(fields::add);
        context.put(FIELDS, fields);
    }

    /** @return empty when the request was no form, or another site's: sent again from our page it would pass for ours */
    static Uni<Optional<Typed>> of(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (Origins.isForeign(request)) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (request.method() == HttpMethod.POST && type(request).startsWith(FILES)) {
            return Uni.createFrom().item(Optional.of(typed(request, MultiMap.caseInsensitiveMultiMap(), true)));
        }
        if (!isOfWords(request)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Optional.<MultiMap>ofNullable(context.get(FIELDS))
                .map(fields -> Uni.createFrom().item(typed(request, fields)))
                .orElseGet(() -> readNow(request).map(fields -> typed(request, fields)));
    }

    /** A resource has asked for its fields one by one: they are kept with its own request. */
    static void noteFields(RoutingContext context) {
        ResteasyReactiveRequestContext resource = CurrentRequestManager.get();
        if (context.get(FIELDS) == null && resource != null && resource.getFormData() != null) {
            context.put(FIELDS, fields(resource.getFormData()));
        }
    }

    private static MultiMap fields(FormData form) {
        MultiMap fields = MultiMap.caseInsensitiveMultiMap();
        form.forEach(name -> form.get(name).stream()
                .filter(value -> !value.isFileItem())
                .forEach(value -> fields.add(name, value.getValue())));
        return fields;
    }

    /** Of a request that failed before anybody had looked into it. Never fails, and waits for nobody long. */
    private static Uni<MultiMap> readNow(HttpServerRequest request) {
        MultiMap none = MultiMap.caseInsensitiveMultiMap();
        if (length(request) == 0 || length(request) > LARGEST) {
            return Uni.createFrom().item(none);
        }
        return Uni.createFrom()
                .deferred(() -> {
                    request.setExpectMultipart(true);
                    var ended = request.end().toCompletionStage();
                    request.resume();
                    return Uni.createFrom().completionStage(ended);
                })
                .map(ended -> request.formAttributes())
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(none)
                // Somebody has begun to read it after all.
                .onFailure()
                .recoverWithItem(none);
    }

    private static Optional<Typed> typed(HttpServerRequest request, MultiMap fields) {
        return fields.isEmpty() ? Optional.empty() : Optional.of(typed(request, fields, false));
    }

    private static Typed typed(HttpServerRequest request, MultiMap fields, boolean files) {
        return new Typed(
                action(request),
                StreamSupport.stream(fields.spliterator(), false)
                        .filter(field -> !isSecret(field.getKey()))
                        .map(field -> new Typed.Field(field.getKey(), field.getValue()))
                        .toList(),
                files);
    }

    /** An address of ours: "//host/…" would be somebody else's. */
    private static String action(HttpServerRequest request) {
        String uri = request.uri();
        return uri.startsWith("/") && !uri.startsWith("//") ? uri : request.path().replaceAll("^/+", "/");
    }

    private static boolean isSecret(String name) {
        return name.toLowerCase(Locale.ROOT).contains("password");
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || !length.matches("\\d{1,18}") ? Long.MAX_VALUE : Long.parseLong(length);
    }

    private static String type(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }
}
