package cn.shiyu.platform.files;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;

/** Sends a file that was made for one answer, and removes it when the answer has gone out or failed. */
public final class Parting {

    private Parting() {}

    /** @param name under which the browser keeps it; ASCII */
    public static Response of(RoutingContext request, Path file, String mediaType, String name) {
        request.addEndHandler(sent -> request.vertx().fileSystem().delete(file.toString()));
        return Response.ok(file.toFile(), mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
