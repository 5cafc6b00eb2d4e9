package cn.shiyu.platform.web;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.ValueResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The templates as the application renders them, without starting it: same tags, same messages, a city made up. */
final class TemplateEngine {

    static final Path TEMPLATES = Path.of("web-portal/templates");

    private TemplateEngine() {}

    static Engine with(Object site) {
        var builder = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addLocator(TemplateEngine::locate)
                .addNamespaceResolver(NamespaceResolver.builder("cdi").resolve(context -> site).build())
                .addNamespaceResolver(NamespaceResolver.builder("t").resolveAsync(TemplateEngine::message).build())
                .addValueResolver(words())
                .addValueResolver(on(Instant.class, TemplateEngine::time))
                .addValueResolver(on(String.class, TemplateEngine::link))
                .addResultMapper(new io.quarkus.qute.HtmlEscaper(List.of("text/html")));
        tags().forEach(tag -> builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tags/" + tag + ".html")));
        return builder.build();
    }

    static List<String> tags() {
        try (Stream<Path> files = Files.list(TEMPLATES.resolve("tags"))) {
            return files.map(file -> file.getFileName().toString().replace(".html", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<io.quarkus.qute.TemplateLocator.TemplateLocation> locate(String id) {
        Path file = TEMPLATES.resolve(id.endsWith(".html") ? id : id + ".html");
        return Files.exists(file) ? Optional.of(new FileTemplate(file)) : Optional.empty();
    }

    private static CompletionStage<Object> message(EvalContext context) {
        if (!context.getName().equals("of")) {
            return CompletableFuture.completedFuture(MessageExtensions.file(context.getName()));
        }
        return evaluated(context)
                .thenApply(values -> MessageExtensions.of(values.get(0).toString(), values.get(1)));
    }

    private static ValueResolver words() {
        return ValueResolver.builder()
                .appliesTo(context -> context.getBase() instanceof MessageKey && context.getName().matches(MessageExtensions.WORD))
                .priority(10)
                .resolveAsync(context -> evaluated(context).thenApply(values -> word(context, values)))
                .build();
    }

    private static Object word(EvalContext context, List<Object> values) {
        MessageKey key = ((MessageKey) context.getBase()).then(context.getName());
        return values.isEmpty() ? key : Messages.get(key.key(), values.toArray());
    }

    private static Object time(EvalContext context, List<Object> values) {
        Instant instant = (Instant) context.getBase();
        return switch (context.getName()) {
            case "local" -> TimeExtensions.local(instant);
            case "localDate" -> TimeExtensions.localDate(instant);
            case "brief" -> TimeExtensions.brief(instant);
            case "machine" -> TimeExtensions.machine(instant);
            default -> io.quarkus.qute.Results.NotFound.from(context);
        };
    }

    private static Object link(EvalContext context, List<Object> values) {
        return context.getName().equals("with")
                ? LinkExtensions.with((String) context.getBase(), (String) values.get(0), values.get(1))
                : io.quarkus.qute.Results.NotFound.from(context);
    }

    private static ValueResolver on(Class<?> type, BiFunction<EvalContext, List<Object>, Object> answer) {
        return ValueResolver.builder()
                .applyToBaseClass(type)
                .priority(0)
                .resolveAsync(context -> evaluated(context).thenApply(values -> answer.apply(context, values)))
                .build();
    }

    private static CompletionStage<List<Object>> evaluated(EvalContext context) {
        List<CompletableFuture<Object>> params = context.getParams().stream()
                .map(param -> context.evaluate(param).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(params.toArray(CompletableFuture[]::new))
                .thenApply(done -> params.stream().map(CompletableFuture::join).toList());
    }
}
