package cn.shiyu.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What k8s/ renders is well formed, agrees with itself and with the application. */
class KubernetesTest {

    @ParameterizedTest
    @EnumSource(Overlay.class)
    void agreesWithItselfAndWithTheApplication(Overlay overlay) {
        assertThat(Agreement.findings(overlay.documents())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Overlay.class)
    void writesNothingTwice(Overlay overlay) {
        List<String> names = overlay.documents().stream().map(Overlay::name).toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void keepsSecretsOutOfTheFiles() {
        assertThat(Overlay.HA.documents())
                .noneMatch(each -> each.path("kind").asText().equals("Secret"));
    }

    @Test
    void carriesInTheMigrationsStepAllThatTheMigrationNeeds() {
        Manifests all = Manifests.of(Overlay.HA.documents());
        Set<String> step = Overlay.HA.documents().stream()
                .filter(each -> Set.of("migration", "config")
                        .contains(each.at("/metadata/labels/app.kubernetes.io~1component")
                                .asText()))
                .map(each -> each.at("/metadata/name").asText())
                .collect(Collectors.toSet());
        Workload migration = all.workload("shiyu-migrate");
        assertThat(step)
                .contains("shiyu-migrate")
                .containsAll(migration.envFrom().toList());
        assertThat(migration.pod().getVolumes())
                .filteredOn(volume -> volume.getProjected() != null)
                .flatExtracting(volume -> volume.getProjected().getSources())
                .allSatisfy(source ->
                        assertThat(step).contains(source.getConfigMap().getName()));
    }

    @Test
    void restoresIntoAClusterLikeTheOneThatWasBackedUp() {
        Manifests restored = Manifests.of(Manifests.parse(Kustomize.build(Overlay.folder("k8s/examples/restore"))));
        CloudNativePg.Cluster copy = restored.only(CloudNativePg.Cluster.class);
        CloudNativePg.Cluster original = Manifests.of(Overlay.HA.documents()).only(CloudNativePg.Cluster.class);
        String name = original.metadata().getName();
        var recovery = copy.spec().bootstrap().recovery();
        assertThat(copy.metadata().getName()).isNotEqualTo(name);
        assertThat(copy.spec().bootstrap().initdb()).isNull();
        assertThat(recovery.owner())
                .isEqualTo(original.spec().bootstrap().initdb().owner());
        assertThat(recovery.database())
                .isEqualTo(original.spec().bootstrap().initdb().database());
        assertThat(copy.spec().externalClusters()).singleElement().satisfies(source -> {
            assertThat(source.name()).isEqualTo(recovery.source());
            assertThat(source.plugin().parameters())
                    .containsEntry("serverName", name)
                    .containsEntry(
                            "barmanObjectName",
                            restored.only(CloudNativePg.ObjectStore.class)
                                    .metadata()
                                    .getName());
        });
        assertThat(copy.spec().managed()).isEqualTo(original.spec().managed());
        assertThat(copy.spec().imageName()).isEqualTo(original.spec().imageName());
        assertThat(copy.spec().postgresql().pg_hba())
                .isEqualTo(original.spec().postgresql().pg_hba());
        // PostgreSQL does not replay a log with fewer connections than wrote it.
        assertThat(Integer.parseInt(copy.spec().postgresql().parameters().get("max_connections")))
                .isGreaterThanOrEqualTo(Integer.parseInt(
                        original.spec().postgresql().parameters().get("max_connections")));
    }

    @Test
    void leavesOneCopyOfEverythingOnOneMachineAndNeverLessThanTwoElsewhere() {
        assertThat(kinds(Overlay.SINGLE)).doesNotContain("HorizontalPodAutoscaler", "PodDisruptionBudget");
        Manifests many = Manifests.of(Overlay.HA.documents());
        assertThat(many.only(io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler.class)
                        .getSpec()
                        .getMinReplicas())
                .isGreaterThanOrEqualTo(2);
        assertThat(many.only(KeycloakServer.class).spec().instances()).isGreaterThanOrEqualTo(2);
        assertThat(many.only(CloudNativePg.Cluster.class).spec().instances()).isGreaterThanOrEqualTo(3);
        assertThat(many.only(io.fabric8.kubernetes.api.model.PersistentVolumeClaim.class)
                        .getSpec()
                        .getAccessModes())
                .containsExactly("ReadWriteMany");
    }

    private static List<String> kinds(Overlay overlay) {
        return overlay.documents().stream()
                .map((JsonNode each) -> each.path("kind").asText())
                .toList();
    }
}
