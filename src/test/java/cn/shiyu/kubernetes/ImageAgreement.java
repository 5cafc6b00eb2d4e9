package cn.shiyu.kubernetes;

import static cn.shiyu.kubernetes.Agreement.both;
import static cn.shiyu.kubernetes.Agreement.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** Images carry the version of the pom or a fixed one, and are built from what the pom names. */
final class ImageAgreement implements Agreement {

    @Override
    public Stream<String> broken(Manifests all) {
        String version = Application.pom("version");
        return both(
                images(all)
                        .filter(image -> !image.matches("[^:@]+:[^:@]+") || image.endsWith(":latest"))
                        .map(image -> image + " has no fixed version"),
                all.workloads()
                        .filter(Workload::isShiyu)
                        .map(work -> work.container().getImage())
                        .filter(image -> !image.endsWith("/shiyu:" + version))
                        .map(image -> image + " is not the pom's " + version),
                all.all(KeycloakServer.class)
                        .map(server -> server.spec().image())
                        .filter(image -> !image.endsWith("/keycloak:" + version))
                        .map(image -> image + " is not the pom's " + version),
                all.all(CloudNativePg.Cluster.class)
                        .map(cluster -> cluster.spec().imageName())
                        .filter(image -> !image.contains(":18."))
                        .map(image -> image + " is not PostgreSQL 18"),
                recipes());
    }

    private static Stream<String> images(Manifests all) {
        return all.documents().stream().flatMap(document -> Stream.of("image", "imageName")
                .flatMap(field -> document.findValues(field).stream())
                .map(JsonNode::asText));
    }

    private static Stream<String> recipes() {
        String ours = Application.text("k8s/image/Containerfile");
        String keycloak = Application.text("k8s/image/keycloak.Containerfile");
        return both(
                unless(
                        Application.first(ours, "temurin:(\\d+)\\.").equals(Application.pom("maven.compiler.release")),
                        "the image's Java is not the pom's"),
                unless(
                        Application.first(ours, "EXPOSE (.*)")
                                .equals(Application.property("quarkus.http.port") + " " + PodAgreement.MANAGEMENT),
                        "the image exposes other ports"),
                unless(
                        Application.first(ours, "USER (\\d+):").equals(Integer.toString(PodAgreement.USER)),
                        "the image runs as another user"),
                unless(
                        Application.first(keycloak, "KEYCLOAK_VERSION=(.*)")
                                .equals(Application.pom("keycloak.version")),
                        "Keycloak's image is not the pom's version"));
    }
}
