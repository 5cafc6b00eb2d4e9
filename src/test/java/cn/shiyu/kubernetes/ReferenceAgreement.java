package cn.shiyu.kubernetes;

import static cn.shiyu.kubernetes.Agreement.both;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is referred to is there, or is a secret that docs/kubernetes.md tells operators to make, with that key. */
final class ReferenceAgreement implements Agreement {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(shiyu-[a-z-]+)` \\| ([^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Set<String> WITH_KEY =
            Set.of("secretKeyRef", "usernameSecret", "passwordSecret", "accessKeyId", "secretAccessKey");
    /** A ConfigMap holds 1 MiB; some room for what is around it. */
    private static final int LARGEST = 1_000_000;

    @Override
    public Stream<String> broken(Manifests all) {
        Set<String> asked = new TreeSet<>();
        all.documents().forEach(document -> secrets(document, asked));
        Map<String, Set<String>> expected = expected();
        Set<String> made = all.all(CloudNativePg.Cluster.class)
                .map(cluster -> cluster.authority() + "/")
                .collect(Collectors.toSet());
        Set<String> named = all.all(ConfigMap.class)
                .map(map -> map.getMetadata().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used =
                all.documents().stream().flatMap(ReferenceAgreement::configMaps).collect(Collectors.toSet());
        return both(
                asked.stream()
                        .filter(secret -> !made.contains(secret) && !isExpected(secret, expected))
                        .map(secret -> "secret " + secret + " is not in docs/kubernetes.md"),
                expected.keySet().stream()
                        .filter(secret -> asked.stream().noneMatch(each -> each.startsWith(secret + "/")))
                        .map(secret -> "secret " + secret + " is asked of operators and used by nobody"),
                used.stream().filter(name -> !named.contains(name)).map(name -> "there is no ConfigMap " + name),
                named.stream()
                        .filter(name -> !used.contains(name))
                        .map(name -> "ConfigMap " + name + " is used by nobody"),
                all.all(ConfigMap.class)
                        .filter(map -> size(map) > LARGEST)
                        .map(map -> "ConfigMap " + map.getMetadata().getName() + " is too large"),
                claims(all),
                all.workloads().filter(Workload::isShiyu).flatMap(work -> Stream.of("MASTER", "COUNSELLING")
                        .flatMap(key -> mounted(all, work, expected, "SHIYU_CRYPTO_" + key + "_KEY_FILE"))));
    }

    private static Stream<String> mounted(
            Manifests all, Workload work, Map<String, Set<String>> expected, String setting) {
        String file = SettingsAgreement.settings(all, work).getOrDefault(setting, "");
        boolean mounted = work.container().getVolumeMounts().stream()
                .flatMap(mount -> work.pod().getVolumes().stream()
                        .filter(volume -> volume.getName().equals(mount.getName()) && volume.getSecret() != null)
                        .flatMap(volume ->
                                expected.getOrDefault(volume.getSecret().getSecretName(), Set.of()).stream())
                        .map(key -> mount.getMountPath() + "/" + key))
                .anyMatch(file::equals);
        return Agreement.unless(mounted, work.name() + " finds no " + setting + " at " + file);
    }

    private static Stream<String> claims(Manifests all) {
        return all.workloads()
                .flatMap(work -> work.pod().getVolumes().stream())
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .map(volume -> volume.getPersistentVolumeClaim().getClaimName())
                .filter(claim -> all.named(PersistentVolumeClaim.class, claim).count() != 1)
                .map(claim -> "there is no claim " + claim);
    }

    private static boolean isExpected(String secret, Map<String, Set<String>> expected) {
        String[] parts = secret.split("/", 2);
        Set<String> keys = expected.getOrDefault(parts[0], Set.of());
        return parts[1].isEmpty() ? !keys.isEmpty() : keys.contains(parts[1]);
    }

    /** As "name/key"; where the whole secret is taken, the key is empty. */
    private static void secrets(JsonNode node, Set<String> found) {
        node.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            if (WITH_KEY.contains(field.getKey()) && value.has("key")) {
                found.add(value.path("name").asText() + "/" + value.path("key").asText());
            } else if (field.getKey().equals("secretName")) {
                found.add(value.asText() + "/");
            } else if (field.getKey().matches("secret|passwordSecret") && (value.isTextual() || value.has("name"))) {
                // CloudNativePG's roles and Keycloak's administrator: a user's name and password.
                String name =
                        value.isTextual() ? value.asText() : value.path("name").asText();
                found.add(name + "/username");
                found.add(name + "/password");
            }
        });
        node.forEach(child -> secrets(child, found));
    }

    private static Stream<String> configMaps(JsonNode node) {
        return Stream.of("configMapRef", "configMap", "configMapKeyRef")
                .flatMap(kind -> node.findValues(kind).stream())
                .map(reference -> reference.path("name").asText());
    }

    private static int size(ConfigMap map) {
        return map.getData().values().stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** Names of secrets and their keys, by the table for operators. */
    static Map<String, Set<String>> expected() {
        Map<String, Set<String>> secrets = new TreeMap<>();
        Application.matches(ROW, Application.text("docs/kubernetes.md"))
                .forEach(row -> secrets.put(
                        row.group(1),
                        Application.matches(NAME, row.group(2))
                                .map(name -> name.group(1))
                                .collect(Collectors.toSet())));
        return secrets;
    }
}
