package cn.shiyu.platform.files;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.RateLimiter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Takes one upload ahead of the form it belongs to, alike on every surface. */
@ApplicationScoped
public class Uploader {

    /** Ten cases full of photos in an hour; more is no resident's need. */
    private static final int MOST = 120;

    private static final Duration WINDOW = Duration.ofHours(1);

    @Inject
    FileFlow flow;

    @Inject
    RateLimiter limiter;

    /**
     * @param upload the part {@code file} of the form, null when it is missing
     * @param base where files are read on this surface
     * @throws Refusal 422 naming the field {@code file}; 401; 429
     */
    public Uni<Response> take(Caller caller, FileUpload upload, String base) {
        if (upload == null) {
            throw UploadRefused.empty("file");
        }
        return limiter.admit(caller.tenant(), "upload", caller.kind() + ":" + caller.id(), MOST, WINDOW)
                .chain(() -> flow.accept(caller, upload))
                .map(file -> FileReply.of(file, base))
                .map(reply ->
                        Response.created(URI.create(reply.url())).entity(reply).build());
    }
}
