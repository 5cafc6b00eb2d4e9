package cn.shiyu.kubernetes;

import io.smallrye.config.ConfigMapping;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of the application's {@code @ConfigMapping} interfaces. */
final class MappedKeys {

    private MappedKeys() {}

    static Stream<String> all() {
        return Application.sources()
                .filter(file -> Application.text(file).contains("@ConfigMapping("))
                .map(MappedKeys::load)
                .flatMap(type -> keys(type.getAnnotation(ConfigMapping.class).prefix(), type));
    }

    private static Class<?> load(String file) {
        String name = file.replaceFirst("^src/main/java/", "")
                .replaceFirst("\\.java$", "")
                .replace('/', '.');
        try {
            return Class.forName(name, false, MappedKeys.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> keys(String prefix, Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).flatMap(method -> {
            String key =
                    prefix + "." + method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            return group(method).map(inner -> keys(key, inner)).orElseGet(() -> Stream.of(key));
        });
    }

    /** A nested interface of ours, also behind an Optional. */
    private static Optional<Class<?>> group(Method method) {
        String type = method.getGenericReturnType().getTypeName().replaceAll(".*<(.*)>", "$1");
        return Arrays.stream(method.getDeclaringClass().getDeclaredClasses())
                .filter(Class::isInterface)
                .filter(inner -> inner.getTypeName().equals(type))
                .<Class<?>>map(inner -> inner)
                .findFirst();
    }
}
