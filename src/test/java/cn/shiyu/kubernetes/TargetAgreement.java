package cn.shiyu.kubernetes;

import static cn.shiyu.kubernetes.Agreement.both;
import static cn.shiyu.kubernetes.Agreement.unless;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What points at pods, ports and services points at some that are there. */
final class TargetAgreement implements Agreement {

    @Override
    public Stream<String> broken(Manifests all) {
        return both(
                all.all(Deployment.class)
                        .filter(it -> !selects(
                                it.getSpec().getSelector().getMatchLabels(),
                                it.getSpec().getTemplate().getMetadata().getLabels()))
                        .map(it -> it.getMetadata().getName() + " does not select its own pods"),
                all.all(Service.class).flatMap(service -> service(all, service)),
                all.all(Ingress.class).flatMap(ingress -> backends(ingress)
                        .filter(backend -> !reaches(all, backend))
                        .map(backend -> ingress.getMetadata().getName() + " leads to nothing: " + backend.getName())),
                all.all(PodDisruptionBudget.class)
                        .filter(it ->
                                Pods.matching(all, it.getSpec().getSelector()).isEmpty())
                        .map(it -> "budget " + it.getMetadata().getName() + " protects nothing"),
                all.all(PodMonitor.class)
                        .filter(it ->
                                Pods.matching(all, it.getSpec().getSelector()).isEmpty())
                        .map(it -> "monitor " + it.getMetadata().getName() + " watches nothing"),
                all.all(PodMonitor.class)
                        .filter(it -> it.getMetadata().getName().equals("shiyu"))
                        .filter(it -> it.getSpec().getPodMetricsEndpoints().stream()
                                .noneMatch(end -> end.getPort().equals("management")
                                        && end.getPath().equals("/q/metrics")))
                        .map(it -> "monitor shiyu asks elsewhere than /q/metrics"),
                all.all(HorizontalPodAutoscaler.class).flatMap(scaler -> scaler(all, scaler)));
    }

    private static Stream<String> service(Manifests all, Service service) {
        String name = service.getMetadata().getName();
        List<Workload> pods = all.workloads()
                .filter(work -> selects(service.getSpec().getSelector(), work.labels()))
                .toList();
        return both(
                unless(pods.size() == 1, "service " + name + " leads to " + pods.size() + " workloads"),
                pods.stream()
                        .filter(work -> !service.getSpec().getPorts().stream().allMatch(port -> portOf(
                                        work, port.getTargetPort().getStrVal())
                                .isPresent()))
                        .map(work -> "service " + name + " names a port that " + work.name() + " has not"),
                unless(
                        service.getSpec().getPorts().stream()
                                .noneMatch(port ->
                                        "management".equals(port.getTargetPort().getStrVal())
                                                || port.getPort() == PodAgreement.MANAGEMENT),
                        "service " + name + " opens the management port"));
    }

    static Optional<Integer> portOf(Workload work, String name) {
        return work.container().getPorts().stream()
                .filter(port -> port.getName().equals(name))
                .map(ContainerPort::getContainerPort)
                .findFirst();
    }

    private static Stream<IngressServiceBackend> backends(Ingress ingress) {
        return ingress.getSpec().getRules().stream()
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend().getService());
    }

    private static boolean reaches(Manifests all, IngressServiceBackend backend) {
        boolean keycloak = all.all(KeycloakServer.class)
                .anyMatch(server -> server.service().equals(backend.getName())
                        && backend.getPort().getNumber() == KeycloakServer.PORT);
        return keycloak
                || all.named(Service.class, backend.getName())
                        .flatMap(service -> service.getSpec().getPorts().stream())
                        .anyMatch(
                                port -> port.getName().equals(backend.getPort().getName()));
    }

    private static Stream<String> scaler(Manifests all, HorizontalPodAutoscaler scaler) {
        var target = scaler.getSpec().getScaleTargetRef();
        List<Deployment> scaled = all.named(Deployment.class, target.getName()).toList();
        return both(
                unless(scaled.size() == 1 && target.getKind().equals("Deployment"), "the autoscaler scales nothing"),
                scaled.stream()
                        .filter(it -> it.getSpec().getReplicas() != null)
                        .map(it -> "each update would undo what the autoscaler did to " + target.getName()));
    }

    static boolean selects(Map<String, String> wanted, Map<String, String> labels) {
        return !wanted.isEmpty() && labels.entrySet().containsAll(wanted.entrySet());
    }
}
