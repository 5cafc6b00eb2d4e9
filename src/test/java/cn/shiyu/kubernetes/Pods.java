package cn.shiyu.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Pods that there will be: ours, and those that operators make, with the labels their documentation promises.
 *
 * @param space the namespace, or null for an address outside of the cluster
 * @param ports by name
 */
record Pods(String name, String space, Map<String, String> labels, Map<String, Integer> ports) {

    static final String HERE = "shiyu";

    static Stream<Pods> here(Manifests all) {
        return Stream.of(
                        all.workloads().map(Pods::of),
                        all.all(CloudNativePg.Cluster.class)
                                .map(it -> it.metadata().getName())
                                .map(it -> new Pods(it, HERE, Map.of("cnpg.io/cluster", it), Map.of("metrics", 9187))),
                        all.all(KeycloakServer.class)
                                .map(it -> it.metadata().getName())
                                .map(it -> new Pods(
                                        it,
                                        HERE,
                                        Map.of("app", "keycloak", "app.kubernetes.io/instance", it),
                                        Map.of())))
                .flatMap(each -> each);
    }

    private static Pods of(Workload work) {
        Map<String, Integer> ports = work.container().getPorts().stream()
                .collect(java.util.stream.Collectors.toMap(
                        port -> port.getName(), port -> port.getContainerPort(), (a, b) -> b));
        return new Pods(work.name(), HERE, work.labels(), ports);
    }

    static List<Pods> matching(Manifests all, LabelSelector selector) {
        return here(all).filter(pods -> matches(selector, pods.labels())).toList();
    }

    /** An empty selector takes all, as in Kubernetes. */
    static boolean matches(LabelSelector selector, Map<String, String> labels) {
        Map<String, String> wanted = selector.getMatchLabels() == null ? Map.of() : selector.getMatchLabels();
        return labels.entrySet().containsAll(wanted.entrySet())
                && selector.getMatchExpressions().stream().allMatch(each -> holds(each, labels));
    }

    private static boolean holds(LabelSelectorRequirement requirement, Map<String, String> labels) {
        if (!requirement.getOperator().equals("Exists")) {
            throw new IllegalArgumentException("teach the test " + requirement.getOperator());
        }
        return labels.containsKey(requirement.getKey());
    }
}
