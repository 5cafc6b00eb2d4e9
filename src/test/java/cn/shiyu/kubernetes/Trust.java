package cn.shiyu.kubernetes;

import static cn.shiyu.kubernetes.Agreement.both;
import static cn.shiyu.kubernetes.Agreement.unless;

import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Map;
import java.util.stream.Stream;

/** The application believes the database's own authority, by name, and never sees the authority's key. */
final class Trust {

    private static final String PEM = "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM";

    private Trust() {}

    static Stream<String> broken(Manifests all, Workload work, CloudNativePg.Cluster cluster) {
        Map<String, String> settings = SettingsAgreement.settings(all, work);
        return both(
                unless(
                        "true".equals(settings.get(PEM))
                                && "HTTPS".equals(
                                        settings.get("QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM"))
                                && believed(work, cluster).anyMatch(file -> file.equals(settings.get(PEM + "_CERTS"))),
                        work.name() + " does not know the database's certificate"),
                authorities(work, cluster)
                        .filter(secret -> secret.getItems().isEmpty()
                                || secret.getItems().stream()
                                        .anyMatch(item -> !item.getKey().equals("ca.crt")))
                        .map(secret -> work.name() + " is given the key of " + secret.getSecretName()));
    }

    /** Paths under which the authority's certificate lies in the container. */
    private static Stream<String> believed(Workload work, CloudNativePg.Cluster cluster) {
        return work.container().getVolumeMounts().stream()
                .flatMap(mount -> work.pod().getVolumes().stream()
                        .filter(volume -> volume.getName().equals(mount.getName()) && isAuthority(volume, cluster))
                        .flatMap(volume -> volume.getSecret().getItems().stream())
                        .map(item -> mount.getMountPath() + "/" + item.getPath()));
    }

    private static Stream<SecretVolumeSource> authorities(Workload work, CloudNativePg.Cluster cluster) {
        return work.pod().getVolumes().stream()
                .filter(volume -> isAuthority(volume, cluster))
                .map(Volume::getSecret);
    }

    private static boolean isAuthority(Volume volume, CloudNativePg.Cluster cluster) {
        return volume.getSecret() != null
                && cluster.authority().equals(volume.getSecret().getSecretName());
    }
}
