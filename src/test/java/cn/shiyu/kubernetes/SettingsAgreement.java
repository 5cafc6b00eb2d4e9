package cn.shiyu.kubernetes;

import static cn.shiyu.kubernetes.Agreement.both;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every variable is one the application knows, every one it needs is given, and only the migration knows the owner's password. */
final class SettingsAgreement implements Agreement {

    private static final String OWNER = "SHIYU_DATABASE_OWNER_PASSWORD";
    /** Only surfaces and live updates need these; a job starts without. */
    private static final Set<String> FOR_SERVING = Set.of("SHIYU_REDIS_PASSWORD");

    @Override
    public Stream<String> broken(Manifests all) {
        return all.workloads().filter(Workload::isShiyu).flatMap(work -> check(work, settings(all, work))
                .map(fault -> work.name() + " " + fault));
    }

    /** Name and value; a value by reference is the reference. */
    static Map<String, String> settings(Manifests all, Workload work) {
        Map<String, String> settings = new TreeMap<>();
        work.envFrom().flatMap(name -> all.named(ConfigMap.class, name)).forEach(map -> settings.putAll(map.getData()));
        work.env().forEach((name, variable) -> settings.put(name, valueOf(variable)));
        return settings;
    }

    private static String valueOf(EnvVar variable) {
        if (variable.getValueFrom() == null) {
            return variable.getValue();
        }
        var secret = variable.getValueFrom().getSecretKeyRef();
        return "secret " + secret.getName() + "/" + secret.getKey();
    }

    private static Stream<String> check(Workload work, Map<String, String> settings) {
        boolean migrates = "true".equals(settings.get("SHIYU_DATABASE_MIGRATE"));
        Set<String> known = Application.variables();
        Set<String> documented = Application.documented();
        return both(
                settings.keySet().stream()
                        .filter(name ->
                                name.startsWith("SHIYU_") ? !known.contains(name) : !name.startsWith("QUARKUS_"))
                        .map(name -> "sets " + name + ", which nobody reads"),
                settings.keySet().stream()
                        .filter(name -> !documented.contains(name) && !isOfACity(name))
                        .map(name -> "sets " + name + ", which is not documented"),
                needed(work, migrates)
                        .filter(name -> !settings.containsKey(name))
                        .map(name -> "does not set " + name),
                settings.entrySet().stream()
                        .filter(each -> each.getKey().matches(".*(PASSWORD|_SECRET|SESSION_KEY)"))
                        .filter(each -> !each.getValue().startsWith("secret "))
                        .map(each -> "has " + each.getKey() + " in the open"),
                settings.entrySet().stream()
                        .filter(each -> each.getValue().contains("database-owner") && !migrates)
                        .map(each -> "is given the owner's " + each.getKey()),
                Agreement.unless(
                        !migrates || settings.getOrDefault(OWNER, "").equals("secret shiyu-database-owner/password"),
                        "migrates without " + OWNER),
                Agreement.unless(
                        !migrates || "true".equals(settings.get("QUARKUS_INIT_AND_EXIT")), "migrates and does not end"),
                Agreement.unless(!settings.containsKey("SHIYU_IDENTITY_DEMO"), "opens the demo accounts"));
    }

    private static boolean isOfACity(String name) {
        return Cities.secretKeys().map(Application::variable).toList().contains(name);
    }

    private static Stream<String> needed(Workload work, boolean migrates) {
        List<String> always = Application.required();
        if (always.size() < 7) {
            throw new AssertionError("docs/running.md names fewer required settings than there are: " + always);
        }
        Stream<String> more = work.serves()
                ? Stream.concat(FOR_SERVING.stream(), Cities.secretKeys().map(Application::variable))
                : Stream.of("SHIYU_DATABASE_CONNECTIONS");
        return both(always.stream(), more, migrates ? Stream.of(OWNER) : Stream.empty());
    }
}
