package cn.shiyu.platform.files;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.UUID;
import org.jboss.resteasy.reactive.PathPart;

/** Gives a file out over HTTP, alike on every surface. */
@ApplicationScoped
public class FileSender {

    @Inject
    FileQueries files;

    @Inject
    FileStore store;

    /**
     * @param range the Range header, may be null: phones play sound only in parts
     * @param known the If-None-Match header, may be null
     * @throws Refusal 404 when it is not there or not for this caller
     */
    public Uni<Response> whole(Caller caller, UUID id, String range, String known) {
        return files.readable(caller, id)
                .chain(file -> send(key(caller.tenant(), file), file.ref().mediaType(), etag(file, ""), range, known));
    }

    /** The small picture; 404 for sound as well. */
    public Uni<Response> thumb(Caller caller, UUID id, String known) {
        return files.readable(caller, id)
                .invoke(FileSender::refuseUnlessPhoto)
                .chain(file -> send(
                        FileKey.thumb(key(caller.tenant(), file)), "image/jpeg", etag(file, "-thumb"), null, known));
    }

    private Uni<Response> send(String key, String mediaType, String etag, String range, String known) {
        if (etag.equals(known)) {
            return Uni.createFrom().item(headers(Response.notModified(), etag).build());
        }
        return store.local(key)
                .map(found -> headers(body(found, range), etag).type(mediaType).build());
    }

    private static Response.ResponseBuilder body(LocalFile file, String range) {
        Slice slice = Slice.of(range, file.size());
        PathPart part = new PathPart(file.path(), slice.from(), slice.length());
        Response.ResponseBuilder response = slice.isWhole()
                ? Response.ok(part)
                : Response.status(206).entity(part).header("Content-Range", slice.contentRange());
        return response.header("Accept-Ranges", "bytes");
    }

    /**
     * Whatever the bytes are, no browser may take them for a page: this policy comes on top of the one that every answer
     * carries (with nosniff), and the stricter of the two counts. Shared caches keep nothing.
     */
    private static Response.ResponseBuilder headers(Response.ResponseBuilder response, String etag) {
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private static String key(TenantId tenant, StoredFile file) {
        return FileKey.of(tenant, file.ref().id(), file.ref().createdAt());
    }

    private static String etag(StoredFile file, String variant) {
        return "\"" + HexFormat.of().formatHex(file.sm3(), 0, 16) + variant + "\"";
    }

    private static void refuseUnlessPhoto(StoredFile file) {
        if (!file.ref().isPhoto()) {
            throw Refusal.notFound();
        }
    }
}
