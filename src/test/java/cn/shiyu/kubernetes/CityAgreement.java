package cn.shiyu.kubernetes;

import static cn.shiyu.kubernetes.Agreement.both;
import static cn.shiyu.kubernetes.Agreement.unless;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The cities on board are those of the application: their hosts, their files, their nightly check, their sign-in. */
final class CityAgreement implements Agreement {

    @Override
    public Stream<String> broken(Manifests all) {
        return both(
                all.named(Ingress.class, "shiyu").flatMap(ingress -> hosts(ingress, Cities.hosts())),
                all.workloads().filter(Workload::isShiyu).flatMap(work -> files(all, work)),
                unless(checked(all).equals(Cities.names()), "checked every night: " + checked(all)),
                login(all));
    }

    private static Stream<String> hosts(Ingress ingress, List<String> expected) {
        List<String> hosts = ingress.getSpec().getRules().stream()
                .map(IngressRule::getHost)
                .sorted()
                .toList();
        List<String> secured = ingress.getSpec().getTls().stream()
                .flatMap(tls -> tls.getHosts().stream())
                .sorted()
                .toList();
        String name = "ingress " + ingress.getMetadata().getName();
        return both(
                unless(hosts.equals(expected), name + " has hosts " + hosts + " instead of " + expected),
                unless(secured.equals(expected), name + " has certificates for " + secured));
    }

    private static Stream<String> files(Manifests all, Workload work) {
        Map<String, String> settings = SettingsAgreement.settings(all, work);
        String volume = work.container().getVolumeMounts().stream()
                .filter(mount -> mount.getMountPath().equals(settings.get("SHIYU_TENANTS_FOLDER")))
                .map(mount -> mount.getName())
                .findFirst()
                .orElse("nothing");
        Map<String, String> mounted = new TreeMap<>();
        work.pod().getVolumes().stream()
                .filter(it -> it.getName().equals(volume))
                .flatMap(it -> it.getProjected().getSources().stream())
                .flatMap(source ->
                        all.named(ConfigMap.class, source.getConfigMap().getName()))
                .forEach(map -> mounted.putAll(map.getData()));
        return both(
                unless(
                        settings.getOrDefault("SHIYU_TENANTS", "").equals(String.join(",", Cities.names())),
                        work.name() + " serves other cities"),
                Cities.parts().stream()
                        .filter(part -> !Application.text("tenants/" + part).equals(mounted.get(part)))
                        .map(part -> work.name() + " is not given " + part));
    }

    private static List<String> checked(Manifests all) {
        return all.all(CronJob.class)
                .map(job -> SettingsAgreement.settings(
                        all, all.workload(job.getMetadata().getName())))
                .filter(settings -> "verify-chain".equals(settings.get("SHIYU_COMMAND")))
                .map(settings -> settings.get("SHIYU_CITY"))
                .sorted()
                .toList();
    }

    private static Stream<String> login(Manifests all) {
        KeycloakServer server = all.only(KeycloakServer.class);
        Map<String, String> settings = SettingsAgreement.settings(all, all.workload("shiyu"));
        String host = URI.create(server.spec().hostname().hostname()).getHost();
        String theme = "web-portal/keycloak/themes/" + settings.get("SHIYU_IDENTITY_THEME");
        return both(
                all.named(Ingress.class, "shiyu-login").flatMap(ingress -> hosts(ingress, List.of(host))),
                unless(
                        ("http://" + server.service() + ":" + KeycloakServer.PORT)
                                .equals(settings.get("SHIYU_IDENTITY_URL")),
                        "the application looks for Keycloak elsewhere"),
                unless(
                        server.spec().hostname().backchannelDynamic()
                                && server.spec().http().httpEnabled(),
                        "Keycloak does not answer from inside"),
                unless(
                        ("secret " + server.spec().bootstrapAdmin().user().secret() + "/password")
                                .equals(settings.get("SHIYU_IDENTITY_ADMIN_PASSWORD")),
                        "the application has another administrator than Keycloak"),
                unless(Files.isDirectory(Application.ROOT.resolve(theme)), "there is no " + theme),
                unless(!server.spec().networkPolicy().enabled(), "Keycloak's operator opens it to everybody"));
    }
}
