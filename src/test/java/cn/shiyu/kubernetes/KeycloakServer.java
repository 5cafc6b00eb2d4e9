package cn.shiyu.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;

/**
 * What k8s/ uses of the Keycloak operator (k8s.keycloak.org/v2beta1). Its types are in no public artifact, so they are written down
 * here as {@link CloudNativePg} is.
 */
record KeycloakServer(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    /** Where it listens inside: the operator's default. */
    static final int PORT = 8080;

    record Spec(
            int instances,
            String image,
            boolean startOptimized,
            Hostname hostname,
            Http http,
            Proxy proxy,
            Switch networkPolicy,
            Switch ingress,
            BootstrapAdmin bootstrapAdmin,
            Db db,
            List<Option> additionalOptions,
            ResourceRequirements resources,
            Scheduling scheduling) {}

    record Hostname(String hostname, boolean backchannelDynamic) {}

    record Http(boolean httpEnabled) {}

    record Proxy(String headers) {}

    record Switch(boolean enabled) {}

    record BootstrapAdmin(User user) {}

    record User(String secret) {}

    record Db(
            String vendor,
            String host,
            int port,
            String database,
            SecretKeySelector usernameSecret,
            SecretKeySelector passwordSecret,
            int poolMinSize,
            int poolInitialSize,
            int poolMaxSize) {}

    record Option(String name, String value) {}

    record Scheduling(List<TopologySpreadConstraint> topologySpreadConstraints) {}

    /** The Service that the operator makes. */
    String service() {
        return metadata.getName() + "-service";
    }
}
