package cn.shiyu.platform.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** How pages leave: rendered, kept by no cache, since most show a person's own affairs. */
public final class Html {

    private static final String TYPE = "text/html;charset=UTF-8";

    private Html() {}

    public static Uni<Response> page(TemplateInstance page) {
        return page(200, page);
    }

    /** A page that comes back with what is wrong: the status says so to programs, the page to people. */
    public static Uni<Response> page(int status, TemplateInstance page) {
        return page.createUni().map(html -> Response.status(status)
                .type(TYPE)
                .header("Cache-Control", "no-store")
                .entity(html)
                .build());
    }

    /** After a POST: on to a page that may be loaded again without doing it again. */
    public static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
