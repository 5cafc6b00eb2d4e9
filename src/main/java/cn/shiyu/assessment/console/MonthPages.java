package cn.shiyu.assessment.console;

import cn.shiyu.assessment.AssessmentRules;
import cn.shiyu.assessment.Period;
import cn.shiyu.assessment.Periods;
import cn.shiyu.assessment.index.IndexSystem;
import cn.shiyu.assessment.index.MonthQueries;
import cn.shiyu.assessment.index.Recomputation;
import cn.shiyu.assessment.index.UnitScore;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/** 月度结果: months that are sealed, a unit's part in them, and what a version of the index system would make of a month. */
@Path(MonthPages.PLACE)
public class MonthPages {

    static final String PLACE = "/console/assessment/months";

    private static final int MONTHS = 12;

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    MonthQueries months;

    @Inject
    Periods periods;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return months.months(city.get(), desk.caller(), after)
                .chain(page -> Html.page(MonthTemplates.months(
                        desk.frame(), page, IndexSystem.of(city.get()), months.oversees(city.get(), desk.caller()), after)));
    }

    @GET
    @Path("/{month}")
    public Uni<Response> month(@PathParam("month") String month) {
        return page(month, null);
    }

    private Uni<Response> page(String month, Recomputation again) {
        City here = city.get();
        return months.month(here, desk.caller(), month)
                .chain(it -> Html.page(MonthTemplates.month(desk.frame(), it, months.oversees(here, desk.caller()), again)));
    }

    /** Changes nothing: the same address may be asked again. */
    @POST
    @Path("/{month}/again")
    public Uni<Response> again(@PathParam("month") String month) {
        return months.again(city.get(), desk.caller(), month).chain(done -> page(month, done));
    }

    @GET
    @Path("/{month}/bulletin.xlsx")
    public Uni<Response> file(@PathParam("month") String month) {
        return months.month(city.get(), desk.caller(), month)
                .map(it -> Response.ok(MonthWorkbook.of(city.get().name(), it))
                        .type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .header("Content-Disposition", "attachment; filename=\"assessment-" + it.sealed().name() + ".xlsx\"")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    @GET
    @Path("/{month}/{unit}")
    public Uni<Response> unit(@PathParam("month") String month, @PathParam("unit") String unit) {
        return months.unit(city.get(), desk.caller(), month, unit)
                .chain(it -> Html.page(MonthTemplates.unit(desk.frame(), it.sealed(), it.scores().get(0))));
    }

    /** @param month m2026-07; without one, the last that ended */
    @GET
    @Path("/versions/{version}")
    public Uni<Response> preview(@PathParam("version") String version, @QueryParam("month") String month) {
        City here = city.get();
        IndexSystem system = months.version(here, version);
        Period period = month == null || month.isBlank() ? lastEnded(here) : periods.find(here, month);
        if (period.isWeek()) {
            throw Refusal.notFound();
        }
        return months.preview(here, desk.caller(), period, system)
                .chain(scores -> Html.page(MonthTemplates.preview(
                        desk.frame(), new Preview(system, period, scores), Form.empty().with("month", period.code()), choices(here))));
    }

    /** What a version would make of a month. */
    record Preview(IndexSystem system, Period period, List<UnitScore> scores) {
        public List<UnitScore> of(String group) {
            return scores.stream().filter(one -> one.group().equals(group)).toList();
        }
    }

    private Period lastEnded(City here) {
        return periods.month(here).before(AssessmentRules.of(here));
    }

    private List<Choice> choices(City here) {
        return Stream.iterate(periods.month(here), month -> month.before(AssessmentRules.of(here)))
                .limit(MONTHS)
                .map(month -> new Choice(month.code(), month.code().substring(1)))
                .toList();
    }
}
