package cn.shiyu.kubernetes;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may talk to whom is reckoned for every pair and port as the cluster would, and compared with what is meant. */
final class NetworkAgreement implements Agreement {

    private static final List<Integer> PORTS =
            List.of(53, 80, 443, 5432, 6379, 6443, 7800, 8000, 8080, 8443, 9000, 9187, 57800);

    @Override
    public Stream<String> broken(Manifests all) {
        Set<String> open = open(all);
        Set<String> meant = meant(all);
        return Agreement.both(
                open.stream().filter(way -> !meant.contains(way)).map(way -> "open without need: " + way),
                meant.stream().filter(way -> !open.contains(way)).map(way -> "closed: " + way));
    }

    private static Set<String> open(Manifests all) {
        List<NetworkPolicy> policies = all.all(NetworkPolicy.class).toList();
        List<Pods> everybody = Stream.concat(Pods.here(all), others(all)).toList();
        Set<String> open = new TreeSet<>();
        for (Pods from : everybody) {
            for (Pods to : everybody) {
                PORTS.stream()
                        .filter(port -> leaves(policies, from, to, port) && enters(policies, from, to, port))
                        .filter(port -> isHere(from) || isHere(to))
                        .forEach(port -> open.add(way(from.name(), to.name(), port)));
            }
        }
        return open;
    }

    /** Neighbours that policies name, and three that none should: beside the controller, in another namespace, outside. */
    private static Stream<Pods> others(Manifests all) {
        boolean small = all.all(CloudNativePg.Cluster.class)
                .allMatch(cluster -> cluster.spec().instances() == 1);
        String controllers = small ? "kube-system" : "traefik";
        return Stream.of(
                pods("controller", controllers, Map.of("app.kubernetes.io/name", "traefik")),
                pods("neighbour", controllers, Map.of("app.kubernetes.io/name", "whoami")),
                pods("prometheus", "monitoring", Map.of("app.kubernetes.io/name", "prometheus")),
                pods("names", "kube-system", Map.of("k8s-app", "kube-dns")),
                pods("cnpg-operator", "cnpg-system", Map.of("app.kubernetes.io/name", "cloudnative-pg")),
                pods("keycloak-operator", Pods.HERE, Map.of("app.kubernetes.io/name", "keycloak-operator")),
                pods("stranger", "default", Map.of("app.kubernetes.io/name", "shiyu")),
                pods("internet", null, Map.of()));
    }

    private static Pods pods(String name, String space, Map<String, String> labels) {
        return new Pods(name, space, labels, Map.of());
    }

    private static Set<String> meant(Manifests all) {
        Set<String> meant = new TreeSet<>(Set.of(
                "controller → shiyu:8080",
                "controller → shiyu-keycloak:8080",
                "shiyu → shiyu-postgres:5432",
                "shiyu → shiyu-redis:6379",
                "shiyu → shiyu-keycloak:8080",
                "shiyu → internet:443",
                "shiyu-keycloak → shiyu-postgres:5432",
                "shiyu-keycloak → shiyu-keycloak:7800",
                "shiyu-keycloak → shiyu-keycloak:57800",
                "shiyu-postgres → shiyu-postgres:5432",
                "cnpg-operator → shiyu-postgres:8000"));
        all.workloads()
                .filter(work -> work.isShiyu() && !work.serves())
                .forEach(job -> meant.add(way(job.name(), "shiyu-postgres", 5432)));
        Pods.here(all).forEach(pods -> meant.add(way(pods.name(), "names", 53)));
        meant.add("keycloak-operator → names:53");
        // The cluster's API has no address that could be written down, so "anywhere" it is, with these two ports.
        for (String caller : List.of("shiyu-postgres", "keycloak-operator")) {
            for (Pods other : others(all).filter(pods -> !isHere(pods)).toList()) {
                meant.add(way(caller, other.name(), 443));
                meant.add(way(caller, other.name(), 6443));
            }
        }
        if (all.all(PodMonitor.class).findAny().isPresent()) {
            meant.add("prometheus → shiyu:9000");
            meant.add("prometheus → shiyu-postgres:9187");
        }
        return meant;
    }

    private static String way(String from, String to, int port) {
        return from + " → " + to + ":" + port;
    }

    private static boolean isHere(Pods pods) {
        return Pods.HERE.equals(pods.space());
    }

    private static boolean leaves(List<NetworkPolicy> policies, Pods from, Pods to, int port) {
        List<NetworkPolicy> binding = binding(policies, from, "Egress");
        return binding.isEmpty()
                || binding.stream()
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> isOne(rule.getTo(), to) && has(rule.getPorts(), port, to));
    }

    private static boolean enters(List<NetworkPolicy> policies, Pods from, Pods to, int port) {
        List<NetworkPolicy> binding = binding(policies, to, "Ingress");
        return binding.isEmpty()
                || binding.stream()
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> isOne(rule.getFrom(), from) && has(rule.getPorts(), port, to));
    }

    private static List<NetworkPolicy> binding(List<NetworkPolicy> policies, Pods pods, String direction) {
        return policies.stream()
                .filter(policy -> isHere(pods))
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
                .filter(policy -> Pods.matches(policy.getSpec().getPodSelector(), pods.labels()))
                .toList();
    }

    private static boolean isOne(List<NetworkPolicyPeer> peers, Pods pods) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> is(peer, pods));
    }

    private static boolean is(NetworkPolicyPeer peer, Pods pods) {
        if (peer.getIpBlock() != null || pods.space() == null) {
            return peer.getIpBlock() != null && pods.space() == null;
        }
        boolean space = peer.getNamespaceSelector() == null
                ? isHere(pods)
                : Pods.matches(peer.getNamespaceSelector(), Map.of("kubernetes.io/metadata.name", pods.space()));
        return space && (peer.getPodSelector() == null || Pods.matches(peer.getPodSelector(), pods.labels()));
    }

    private static boolean has(List<NetworkPolicyPort> ports, int port, Pods to) {
        return ports.isEmpty() || ports.stream().map(NetworkPolicyPort::getPort).anyMatch(each -> is(each, port, to));
    }

    private static boolean is(IntOrString named, int port, Pods to) {
        return named.getStrVal() == null
                ? named.getIntVal() == port
                : to.ports().getOrDefault(named.getStrVal(), 0) == port;
    }
}
