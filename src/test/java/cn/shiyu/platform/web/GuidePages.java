package cn.shiyu.platform.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** The style guide as the application itself renders it: {@code /test/guide}, {@code /test/desk}. */
@Path("/test")
@Produces("text/html;charset=UTF-8")
public class GuidePages {

    private static final StaffFrame FRAME = new StaffFrame(
            "陈调度",
            "界首市诉求中心",
            "调度员",
            List.of(
                    new NavItem("/test/desk", "待办", "inbox", 12, true),
                    new NavItem("/console/cases", "全部诉求", "clipboard-list"),
                    new NavItem("/console/assessment", "考核", "chart-bar")));

    @Inject
    @Location("test/guide")
    Template guide;

    @Inject
    @Location("test/desk")
    Template desk;

    @GET
    @Path("guide")
    public TemplateInstance guide() {
        return StyleGuide.filled(guide.instance()).data("form", StyleGuide.form());
    }

    @GET
    @Path("desk")
    public TemplateInstance desk() {
        return StyleGuide.filled(desk.instance()).data("form", Form.empty()).data("frame", FRAME);
    }
}
