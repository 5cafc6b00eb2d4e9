package cn.shiyu.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;

/** All objects of one rendered overlay, in their types. */
record Manifests(List<JsonNode> documents, List<Object> objects) {

    static Manifests of(List<JsonNode> documents) {
        return new Manifests(documents, documents.stream().map(Types::read).toList());
    }

    static List<JsonNode> parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(64 << 20);
        YAMLMapper mapper =
                new YAMLMapper(YAMLFactory.builder().loaderOptions(options).build());
        try (MappingIterator<JsonNode> all = mapper.readerFor(JsonNode.class).readValues(yaml)) {
            return all.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    /** @throws AssertionError when there is none, or more than one */
    <T> T only(Class<T> type) {
        List<T> found = all(type).toList();
        if (found.size() != 1) {
            throw new AssertionError("one " + type.getSimpleName() + " expected, found " + found.size());
        }
        return found.get(0);
    }

    <T extends HasMetadata> Stream<T> named(Class<T> type, String name) {
        return all(type).filter(each -> each.getMetadata().getName().equals(name));
    }

    Stream<Workload> workloads() {
        return Stream.of(
                        all(Deployment.class)
                                .map(it -> new Workload(
                                        it.getMetadata(), it.getSpec().getTemplate())),
                        all(Job.class)
                                .map(it -> new Workload(
                                        it.getMetadata(), it.getSpec().getTemplate())),
                        all(CronJob.class)
                                .map(it -> new Workload(
                                        it.getMetadata(),
                                        it.getSpec().getJobTemplate().getSpec().getTemplate())))
                .flatMap(each -> each);
    }

    Workload workload(String name) {
        return workloads()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no workload " + name));
    }
}
