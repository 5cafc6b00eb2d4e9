package cn.shiyu.assessment.console;

import cn.shiyu.assessment.AssessmentQueries;
import cn.shiyu.assessment.AssessmentSheet;
import cn.shiyu.assessment.Periods;
import cn.shiyu.assessment.exclusion.ExclusionQueries;
import cn.shiyu.assessment.Figure;
import cn.shiyu.assessment.Period;
import cn.shiyu.assessment.SheetCsv;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.Units;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CurrentCity;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** 考核表: by week and by month; each figure opens the cases behind it. */
@Path("/console/assessment")
public class AssessmentPages {

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    Units units;

    @Inject
    Periods periods;

    @Inject
    AssessmentQueries queries;

    @Inject
    ExclusionQueries exclusions;

    /** The week at hand; the address then names it, so that a shared link shows the same figures next week. */
    @GET
    public Response now() {
        desk.caller();
        return Html.to("/console/assessment/" + periods.week(city.get()).code());
    }

    @GET
    @Path("/{period}")
    public Uni<Response> sheet(@PathParam("period") String code) {
        Period period = periods.find(city.get(), code);
        return queries.sheet(city.get(), desk.caller(), period).chain(sheet -> Html.page(page(sheet)));
    }

    private TemplateInstance page(AssessmentSheet sheet) {
        Period period = sheet.period();
        return AssessmentTemplates.sheet(
                desk.frame(), sheet, spans(period), periods.before(city.get(), period), periods.after(city.get(), period));
    }

    private List<NavItem> spans(Period period) {
        return List.of(
                span("week", periods.week(city.get()), period.isWeek()),
                span("month", periods.month(city.get()), !period.isWeek()));
    }

    private static NavItem span(String name, Period now, boolean current) {
        return NavItem.tab("/console/assessment/" + now.code(), Messages.get("assessment." + name), null, current);
    }

    @GET
    @Path("/{period}/sheet.csv")
    public Uni<Response> file(@PathParam("period") String code) {
        Period period = periods.find(city.get(), code);
        return queries.sheet(city.get(), desk.caller(), period)
                .map(sheet -> Response.ok(SheetCsv.of(sheet))
                        .type("text/csv;charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"assessment-" + period.code() + ".csv\"")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    @GET
    @Path("/{period}/{unit}/{figure}")
    public Uni<Response> cases(
            @PathParam("period") String code,
            @PathParam("unit") String unit,
            @PathParam("figure") String figure,
            @QueryParam("after") String after) {
        Period period = periods.find(city.get(), code);
        Figure counted = Figure.of(figure).orElseThrow(Refusal::notFound);
        Unit known = units.of(city.get()).find(unit).orElseThrow(Refusal::notFound);
        String base = "/console/assessment/" + period.code() + "/" + known.code() + "/";
        return queries.cases(city.get(), desk.caller(), period, known.code(), counted, after)
                .chain(page -> Html.page(
                        AssessmentTemplates.cases(
                                desk.frame(), period, known, counted, tabs(base, counted), page, base + counted.code(), after,
                                exclusions.asksFor(desk.caller(), known.code()))));
    }

    private static List<NavItem> tabs(String base, Figure current) {
        return Arrays.stream(Figure.values())
                .map(figure -> NavItem.tab(
                        base + figure.code(), Messages.get("assessment.figure." + figure.code()), null, figure == current))
                .toList();
    }
}
