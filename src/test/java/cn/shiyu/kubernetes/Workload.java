package cn.shiyu.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that makes pods of ours: a Deployment, a Job, a CronJob. */
record Workload(ObjectMeta metadata, PodTemplateSpec template) {

    String name() {
        return metadata.getName();
    }

    PodSpec pod() {
        return template.getSpec();
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    /** One container a pod, none before it: what a pod does is in one place. */
    Container container() {
        if (pod().getContainers().size() != 1 || !pod().getInitContainers().isEmpty()) {
            throw new AssertionError(name() + " should have one container");
        }
        return pod().getContainers().get(0);
    }

    boolean isShiyu() {
        return "shiyu".equals(labels().get("app.kubernetes.io/name"));
    }

    boolean serves() {
        return "web".equals(labels().get("app.kubernetes.io/component"));
    }

    Map<String, EnvVar> env() {
        return container().getEnv().stream()
                .collect(Collectors.toMap(EnvVar::getName, Function.identity(), (a, b) -> b, TreeMap::new));
    }

    /** The ConfigMaps whose entries become variables. */
    Stream<String> envFrom() {
        return container().getEnvFrom().stream()
                .map(from -> from.getConfigMapRef().getName());
    }
}
