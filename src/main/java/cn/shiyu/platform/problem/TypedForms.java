package cn.shiyu.platform.problem;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Finds what was typed in a request that failed, wherever on its way it did: also when nobody has read it yet. */
final class TypedForms {

    /** A case of the greatest length, percent-encoded, takes half of it; whoever sends more fills no form of ours. */
    private static final long LARGEST = 128 * 1024;

    private static final String READ = "shiyu.form.read";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String WORDS = "application/x-www-form-urlencoded";
    private static final String FILES = "multipart/form-data";

    private TypedForms() {}

    static boolean isOfWords(HttpServerRequest request) {
        return request.method() == HttpMethod.POST && type(request).startsWith(WORDS);
    }

    /** Its fields are all there. */
    static void noteRead(RoutingContext context) {
        context.put(READ, true);
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
        // Not by isEnded(): a request that is paused says that it has not ended, whatever has been read of it.
        return context.get(READ) != null ? Uni.createFrom().item(read(request)) : readNow(request);
    }

    private static Uni<Optional<Typed>> readNow(HttpServerRequest request) {
        if (length(request) > LARGEST) {
            return Uni.createFrom().item(Optional.empty());
        }
        request.setExpectMultipart(true);
        Uni<Optional<Typed>> read = Uni.createFrom()
                .completionStage(request.end().toCompletionStage())
                .map(ended -> read(request));
        request.resume();
        return read.ifNoItem().after(PATIENCE).recoverWithItem(Optional.empty()).onFailure().recoverWithItem(Optional.empty());
    }

    private static Optional<Typed> read(HttpServerRequest request) {
        MultiMap fields = request.formAttributes();
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
