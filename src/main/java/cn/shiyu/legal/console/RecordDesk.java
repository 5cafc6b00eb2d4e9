package cn.shiyu.legal.console;

import cn.shiyu.legal.Outcome;
import cn.shiyu.legal.RecordQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.Times;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** 法律服务台账: each advisor's month, on the page and as a spreadsheet. */
@Path(RecordDesk.PLACE)
public class RecordDesk {

    static final String PLACE = "/console/legal/record";

    private static final int MONTHS = 13;
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    StaffDesk desk;

    @Inject
    RecordQueries queries;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    @GET
    public Uni<Response> page(@QueryParam("month") String typed) {
        YearMonth month = month(typed);
        return queries.month(desk.caller(), month).chain(lines -> Html.page(LegalDeskTemplates.record(
                desk.frame(), lines, outcomes(), Form.empty().with("month", month), months(), PLACE + "/record.xlsx?month=" + month)));
    }

    @GET
    @Path("/record.xlsx")
    public Uni<Response> sheet(@QueryParam("month") String typed) {
        YearMonth month = month(typed);
        return queries.month(desk.caller(), month)
                .chain(lines -> vertx.executeBlocking(() -> RecordSheet.of(month, lines), false))
                .map(bytes -> Response.ok(bytes, SHEET)
                        .header("Content-Disposition", "attachment; filename=\"legal-service-" + month + ".xlsx\"")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private YearMonth month(String typed) {
        try {
            return typed == null || typed.isBlank() ? now() : YearMonth.parse(typed);
        } catch (DateTimeParseException e) {
            throw Refusal.notFound();
        }
    }

    private YearMonth now() {
        return YearMonth.from(clock.instant().atZone(Times.ZONE));
    }

    /** This month and the twelve before it. */
    private List<Choice> months() {
        return IntStream.range(0, MONTHS)
                .mapToObj(back -> now().minusMonths(back).toString())
                .map(month -> new Choice(month, month))
                .toList();
    }

    private static List<Choice> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(one -> new Choice(one.name(), Messages.get("legal.outcome." + one)))
                .toList();
    }
}
