package cn.shiyu.platform.files;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.PathPart;

/** Gives files out, on every surface alike. */
@Path("/files/{id}")
public class FileDownloads {

    @Inject
    CurrentCaller caller;

    @Inject
    FileQueries files;

    @Inject
    FileStore store;

    @GET
    @Operation(summary = "附件原件", description = "图片或录音;只有能看到所属事项的人才能读取,否则 404。")
    public Uni<Response> whole(UUID id, @HeaderParam("Range") String range, @HeaderParam("If-None-Match") String known) {
        TenantId tenant = caller.get().tenant();
        return files.readable(caller.get(), id)
                .chain(file -> send(key(tenant, file), file.ref().mediaType(), etag(file, ""), range, known));
    }

    @GET
    @Path("/thumb")
    @Operation(summary = "照片缩略图", description = "最长边 480 像素的 JPEG。")
    public Uni<Response> thumb(UUID id, @HeaderParam("If-None-Match") String known) {
        TenantId tenant = caller.get().tenant();
        return files.readable(caller.get(), id)
                .invoke(FileDownloads::refuseUnlessPhoto)
                .chain(file -> send(FileKey.thumb(key(tenant, file)), "image/jpeg", etag(file, "-thumb"), null, known));
    }

    private Uni<Response> send(
            String key, String mediaType, String etag, String range, String known) {
        if (etag.equals(known)) {
            return Uni.createFrom().item(headers(Response.notModified(), etag).build());
        }
        return store.local(key).map(found -> headers(body(found, range), etag).type(mediaType).build());
    }

    private static Response.ResponseBuilder body(LocalFile file, String range) {
        Slice slice = Slice.of(range, file.size());
        PathPart part = new PathPart(file.path(), slice.from(), slice.length());
        Response.ResponseBuilder response = slice.isWhole()
                ? Response.ok(part)
                : Response.status(206).entity(part).header("Content-Range", slice.contentRange());
        return response.header("Accept-Ranges", "bytes");
    }

    /** Whatever the bytes are, no browser may take them for a page; shared caches keep nothing. */
    private static Response.ResponseBuilder headers(Response.ResponseBuilder response, String etag) {
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("X-Content-Type-Options", "nosniff")
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
