package cn.shiyu.dashboard.console;

import cn.shiyu.assessment.Period;
import cn.shiyu.dashboard.Dashboard;
import cn.shiyu.dashboard.DashboardNames;
import cn.shiyu.dashboard.DashboardQueries;
import cn.shiyu.dashboard.Mark;
import cn.shiyu.dashboard.MarkFilter;
import cn.shiyu.dashboard.MarkQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.region.RegionShapes;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** 驾驶舱: the city at one glance; every mark opens the list behind it. */
@Path("/console/dashboard")
public class DashboardPages {

    private static final String HOME = "/console/dashboard";
    private static final int USUAL = 30;

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    DashboardQueries queries;

    @Inject
    MarkQueries marks;

    @Inject
    DashboardNames names;

    @Inject
    RegionShapes shapes;

    @Inject
    Clock clock;

    @GET
    public Uni<Response> overview(@QueryParam("days") String typed) {
        int days = days(typed);
        return queries.dashboard(city.get(), desk.caller(), days).chain(board -> Html.page(page(board, days)));
    }

    private static int days(String typed) {
        try {
            return typed == null || typed.isBlank() ? USUAL : Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }

    private TemplateInstance page(Dashboard board, int days) {
        List<NavItem> spans = DashboardQueries.SPANS.stream()
                .map(span -> NavItem.tab(HOME + "?days=" + span, Messages.get("dashboard.span", span), null, span == days))
                .toList();
        return DashboardTemplates.overview(
                desk.frame(), board, spans, TrendChart.of(board.days()), TownshipMap.of(shapes.townships(city.get()), board.townships()),
                "from=" + board.from() + "&to=" + board.to());
    }

    @GET
    @Path("/{mark}")
    public Uni<Response> cases(
            @PathParam("mark") String code, @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("township") String township,
            @QueryParam("topic") String topic, @QueryParam("unit") String unit, @QueryParam("after") String after) {
        Mark mark = Mark.of(code).orElseThrow(Refusal::notFound);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Period.ZONE);
        MarkFilter filter = new MarkFilter(mark, mark.isNow() ? today : day(from), mark.isNow() ? today : day(to), township, topic, unit);
        List<String> narrowed = names.of(city.get(), filter);
        return marks.cases(city.get(), desk.caller(), filter, after)
                .chain(page -> Html.page(DashboardTemplates.cases(desk.frame(), filter, narrowed, page, href(filter), after, HOME)));
    }

    /** At most a year in one list. */
    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed == null ? "" : typed);
        } catch (DateTimeParseException e) {
            throw Refusal.notFound();
        }
    }

    private static String href(MarkFilter filter) {
        UriBuilder address = UriBuilder.fromPath(HOME).path(filter.mark().code());
        if (!filter.mark().isNow()) {
            address.queryParam("from", filter.from()).queryParam("to", filter.to());
        }
        narrow(address, "township", filter.township());
        narrow(address, "topic", filter.topic());
        narrow(address, "unit", filter.unit());
        return address.build().toString();
    }

    private static void narrow(UriBuilder address, String name, String value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
