package cn.shiyu.kubernetes;

import static cn.shiyu.kubernetes.Agreement.both;
import static cn.shiyu.kubernetes.Agreement.unless;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pods may do what they need and nothing else, are asked on the right port, and are given time to end. */
final class PodAgreement implements Agreement {

    /** Quarkus' own default, which the application does not change. */
    static final int MANAGEMENT = 9000;

    static final int USER = 10001;

    @Override
    public Stream<String> broken(Manifests all) {
        return both(
                all.workloads().flatMap(PodAgreement::open),
                all.workloads().filter(Workload::isShiyu).flatMap(PodAgreement::user),
                all.workloads().filter(Workload::serves).flatMap(PodAgreement::serving),
                all.documents().stream()
                        .filter(document -> !document.path("kind").asText().equals("Namespace"))
                        .filter(document ->
                                !document.at("/metadata/namespace").asText().equals("shiyu"))
                        .map(document -> document.at("/metadata/name").asText() + " is not in the namespace shiyu"));
    }

    private static Stream<String> open(Workload work) {
        Container container = work.container();
        var rights = container.getSecurityContext();
        var pod = work.pod().getSecurityContext();
        return both(
                        unless(Boolean.TRUE.equals(pod.getRunAsNonRoot()), "may run as root"),
                        unless(pod.getSeccompProfile().getType().equals("RuntimeDefault"), "has no seccomp profile"),
                        unless(Boolean.TRUE.equals(rights.getReadOnlyRootFilesystem()), "may write to its image"),
                        unless(Boolean.FALSE.equals(rights.getAllowPrivilegeEscalation()), "may gain rights"),
                        unless(rights.getPrivileged() == null, "is privileged"),
                        unless(rights.getCapabilities().getDrop().equals(List.of("ALL")), "keeps capabilities"),
                        unless(rights.getCapabilities().getAdd().isEmpty(), "adds capabilities"),
                        unless(
                                Boolean.FALSE.equals(work.pod().getAutomountServiceAccountToken()),
                                "may ask the cluster's API"),
                        unless(container.getResources().getLimits().containsKey("memory"), "has no limit of memory"),
                        unless(container.getResources().getRequests().containsKey("cpu"), "asks for no processor"))
                .map(fault -> work.name() + " " + fault);
    }

    private static Stream<String> user(Workload work) {
        return both(
                unless(work.pod().getSecurityContext().getRunAsUser() == USER, work.name() + " runs as another user"),
                unless(
                        work.container().getVolumeMounts().stream()
                                .anyMatch(mount -> mount.getMountPath().equals("/tmp")),
                        work.name() + " has nowhere for temporary files"));
    }

    private static Stream<String> serving(Workload work) {
        Container container = work.container();
        Map<String, Integer> ports = container.getPorts().stream()
                .collect(Collectors.toMap(
                        ContainerPort::getName, ContainerPort::getContainerPort, (a, b) -> b, TreeMap::new));
        int http = Integer.parseInt(Application.property("quarkus.http.port"));
        return both(
                        unless(
                                ports.equals(Map.of("http", http, "management", MANAGEMENT)),
                                "has other ports: " + ports),
                        probe(container.getStartupProbe(), "/q/health/started"),
                        probe(container.getReadinessProbe(), "/q/health/ready"),
                        probe(container.getLivenessProbe(), "/q/health/live"),
                        unless(graceful(work), "is cut off before it has ended by itself"))
                .map(fault -> work.name() + " " + fault);
    }

    private static Stream<String> probe(Probe probe, String path) {
        return unless(
                probe.getHttpGet().getPath().equals(path)
                        && "management".equals(probe.getHttpGet().getPort().getStrVal()),
                "is not asked for " + path + " on its management port");
    }

    private static boolean graceful(Workload work) {
        Duration ending = Stream.of("QUARKUS_SHUTDOWN_DELAY", "QUARKUS_SHUTDOWN_TIMEOUT")
                .map(name -> work.env().get(name))
                .map(variable -> variable == null ? Duration.ofDays(1) : Duration.parse("PT" + variable.getValue()))
                .reduce(Duration.ZERO, Duration::plus);
        return ending.plusSeconds(5).toSeconds() <= work.pod().getTerminationGracePeriodSeconds();
    }
}
