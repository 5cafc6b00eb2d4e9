package cn.shiyu.notify.portal;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.notify.Notice;
import cn.shiyu.notify.NoticeQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** 我的消息: what a resident was told, newest first; what was shown counts as read. */
@Path("/notices")
@Authenticated
public class NoticePages {

    @Inject
    CurrentCaller caller;

    @Inject
    NoticeQueries notices;

    @CheckedTemplate(basePath = "portal/notify")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance list(Page<Notice> page, String after);
    }

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return notices.read(caller.resident(), after).chain(page -> Html.page(Templates.list(page, after)));
    }
}
