package cn.shiyu.kubernetes;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.Optional;
import java.util.stream.Stream;

/** All pools, filled to the brim at the worst moment, fit into what PostgreSQL takes. */
final class Connections {

    /** The operator, replication, an administrator, and a few for good measure. */
    private static final int RESERVE = 15;
    /** The migration's own pool beside the application's (quarkus.datasource.owner). */
    private static final int OWNERS =
            Integer.parseInt(Application.property("quarkus.datasource.owner.jdbc.max-size"));

    /** Where nothing is said: application.properties. */
    private static final String UNTOLD =
            Application.first(Application.property("quarkus.datasource.reactive.max-size"), ":(\\d+)}");

    private Connections() {}

    static Stream<String> broken(Manifests all, CloudNativePg.Cluster cluster) {
        int most = Integer.parseInt(cluster.spec().postgresql().parameters().get("max_connections"));
        int needed = serving(all) + jobs(all) + keycloak(all) + RESERVE;
        return Agreement.unless(needed <= most, "PostgreSQL takes " + most + " connections of " + needed);
    }

    /** Every instance that may be, and those that an update starts before it ends others. */
    private static int serving(Manifests all) {
        return all.workloads()
                .filter(work -> work.isShiyu() && work.serves())
                .mapToInt(work -> {
                    Deployment deployment =
                            all.named(Deployment.class, work.name()).findFirst().orElseThrow();
                    int surge = deployment
                            .getSpec()
                            .getStrategy()
                            .getRollingUpdate()
                            .getMaxSurge()
                            .getIntVal();
                    return (instances(all, deployment) + surge) * pool(all, work);
                })
                .sum();
    }

    private static int instances(Manifests all, Deployment deployment) {
        return all.all(HorizontalPodAutoscaler.class)
                .map(scaler -> scaler.getSpec().getMaxReplicas())
                .findFirst()
                .or(() -> Optional.ofNullable(deployment.getSpec().getReplicas()))
                .orElse(1);
    }

    private static int jobs(Manifests all) {
        return all.workloads()
                .filter(work -> work.isShiyu() && !work.serves())
                .mapToInt(work -> pool(all, work) + OWNERS)
                .sum();
    }

    private static int pool(Manifests all, Workload work) {
        return Integer.parseInt(
                SettingsAgreement.settings(all, work).getOrDefault("SHIYU_DATABASE_CONNECTIONS", UNTOLD));
    }

    private static int keycloak(Manifests all) {
        // One more of them while it is updated.
        return all.all(KeycloakServer.class)
                .mapToInt(server ->
                        (server.spec().instances() + 1) * server.spec().db().poolMaxSize())
                .sum();
    }
}
