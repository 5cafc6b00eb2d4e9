package cn.shiyu.dashboard.console;

import cn.shiyu.dashboard.Dashboard;
import cn.shiyu.dashboard.MarkFilter;
import cn.shiyu.dashboard.MarkedCase;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.platform.web.StaffFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the dashboard, web-portal/templates/console/dashboard. */
@CheckedTemplate(basePath = "console/dashboard")
final class DashboardTemplates {

    private DashboardTemplates() {}

    /** @param list where the lists behind the marks begin: their address with the days */
    static native TemplateInstance overview(
            StaffFrame frame, Dashboard board, List<NavItem> spans, TrendChart trend, TownshipMap map, String list);

    /** @param narrowed the names of what it is filtered by @param href this list without a cursor */
    static native TemplateInstance cases(
            StaffFrame frame, MarkFilter filter, List<String> narrowed, Page<MarkedCase> page, String href, String after, String back);
}
