package cn.shiyu.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What operators may apply, rendered once. */
enum Overlay {
    SINGLE("single", false),
    HA("ha", false),
    SINGLE_WATCHED("single", true),
    HA_WATCHED("ha", true);

    private final String folder;
    private final boolean watched;
    private List<JsonNode> documents;

    Overlay(String folder, boolean watched) {
        this.folder = folder;
        this.watched = watched;
    }

    /** Copies, to be changed at will. */
    synchronized List<JsonNode> documents() {
        if (documents == null) {
            documents = Manifests.parse(Kustomize.build(watched ? withMonitoring() : folder("k8s/overlays/" + folder)));
        }
        return documents.stream().<JsonNode>map(JsonNode::deepCopy).toList();
    }

    /** As an operator's own kustomization would put the two together. */
    private Path withMonitoring() {
        try {
            Path own = Files.createDirectories(folder("target/kustomize/" + folder));
            Files.writeString(own.resolve("kustomization.yaml"), """
                    resources: [../../../k8s/overlays/%s]
                    components: [../../../k8s/components/monitoring]
                    """.formatted(folder));
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(String path) {
        return Application.ROOT.resolve(path).toAbsolutePath();
    }

    /** Kind and name; generated names without their digest. */
    static String name(JsonNode document) {
        String name = document.at("/metadata/name").asText();
        boolean generated = document.path("kind").asText().equals("ConfigMap");
        return document.path("kind").asText() + "/" + (generated ? name.replaceFirst("-[a-z0-9]{10}$", "") : name);
    }
}
