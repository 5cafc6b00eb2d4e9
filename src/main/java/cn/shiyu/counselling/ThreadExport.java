package cn.shiyu.counselling;

import cn.shiyu.identity.Caller;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A person's own talk to take along: a ZIP with {@code counselling.json} for programs and {@code counselling.html} to read. */
@ApplicationScoped
public class ThreadExport {

    @Inject
    ThreadQueries queries;

    @Inject
    ObjectMapper json;

    record Letter(String from, Instant at, String words) {}

    record Whole(UUID id, String alias, String field, String counsellor, String provider, String status, Instant openedAt, List<Letter> letters) {

        static Whole of(ThreadView it) {
            return new Whole(
                    it.id(), it.alias(), it.field(), it.counsellor(), it.provider(), it.status().name(), it.openedAt(),
                    it.messages().stream()
                            .map(one -> new Letter(one.by() == null ? it.alias() : one.by(), one.at(), one.words()))
                            .toList());
        }
    }

    /** Makes the page of it. */
    public interface Paper {
        Uni<String> of(ThreadView it);
    }

    /** @return the ZIP; nothing of it is kept @throws cn.shiyu.platform.problem.Refusal 404 for everybody but the person */
    public Uni<byte[]> of(Caller resident, UUID id, Paper paper) {
        return queries.mine(resident, id).chain(it -> paper.of(it)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(html -> zip(it, html)));
    }

    private byte[] zip(ThreadView it, String html) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("counselling.json"));
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(Whole.of(it)));
            zip.putNextEntry(new ZipEntry("counselling.html"));
            zip.write(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a ZIP in memory", e);
        }
        return bytes.toByteArray();
    }
}
