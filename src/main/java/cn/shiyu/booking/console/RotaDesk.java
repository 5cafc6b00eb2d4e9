package cn.shiyu.booking.console;

import cn.shiyu.booking.DeskQueries;
import cn.shiyu.booking.DeskQueries.RotaView;
import cn.shiyu.booking.RotaException;
import cn.shiyu.booking.RotaFlow;
import cn.shiyu.booking.RotaPattern;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** 排班: the week and the days that differ. What a change would do to bookings can be seen before it is made. */
@Path(BookingDesk.PLACE + "/{bookable}/rota")
public class RotaDesk {

    /** Of the button that saves although bookings lose their time. */
    private static final String SURE = "sure";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    DeskQueries queries;

    @Inject
    SlotQueries slots;

    @Inject
    RotaFlow flow;

    @PathParam("bookable")
    String bookable;

    @GET
    public Uni<Response> rota() {
        return page(200, null, Form.empty(), null);
    }

    /** @param week as it was typed, or null for as it is */
    private Uni<Response> page(int status, Form week, Form exception, Integer hit) {
        return queries.rota(desk.caller(), id(), slots.today(city.get())).chain(rota -> Html.page(
                status,
                BookingDeskTemplates.rota(
                        desk.frame(), rota, rows(rota, week), days(), week == null ? Form.empty() : week, exception, hit)));
    }

    /** Two empty rows stand below what is there. */
    private static List<ShiftRow> rows(RotaView rota, Form week) {
        return week == null
                ? ShiftRow.of(WeekForm.of(rota.week()), rota.week().size() + 2)
                : ShiftRow.of(week, WeekForm.rows(week));
    }

    private static List<Choice> days() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(day.name(), Messages.get("desk.weekday." + day)))
                .toList();
    }

    @POST
    @Path("/week")
    public Uni<Response> week(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> week(form))
                .onFailure(Typed::isCorrectable)
                .recoverWithUni(refused ->
                        page(((Refusal) refused).status(), form.refused((Refusal) refused), Form.empty(), null));
    }

    private Uni<Response> week(Form form) {
        List<RotaPattern> week = WeekForm.read(form);
        return form.has("act", SURE)
                ? setWeek(week)
                : flow.tryWeek(desk.caller(), id(), week)
                        .chain(hit -> goesThrough(form, hit) ? setWeek(week) : page(200, form, Form.empty(), hit));
    }

    private Uni<Response> setWeek(List<RotaPattern> week) {
        return flow.setWeek(desk.caller(), id(), week).map(hit -> Html.to(here() + "?done=desk.weekSet"));
    }

    /** What takes nobody's time is saved when asked; what does is shown first, and saved when asked again. */
    private static boolean goesThrough(Form form, int hit) {
        return form.has("act", "save") && hit == 0;
    }

    @POST
    @Path("/exceptions")
    public Uni<Response> except(MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        return Uni.createFrom()
                .deferred(() -> except(form))
                .onFailure(Typed::isCorrectable)
                .recoverWithUni(refused -> page(((Refusal) refused).status(), null, form.refused((Refusal) refused), null));
    }

    private Uni<Response> except(Form form) {
        RotaException exception = WeekForm.exception(form);
        return form.has("act", SURE)
                ? except(exception)
                : flow.tryException(desk.caller(), id(), exception)
                        .chain(hit -> goesThrough(form, hit) ? except(exception) : page(200, null, form, hit));
    }

    private Uni<Response> except(RotaException exception) {
        return flow.except(desk.caller(), id(), exception).map(hit -> Html.to(here() + "?done=desk.excepted"));
    }

    @POST
    @Path("/exceptions/{exception}/removal")
    public Uni<Response> drop(@PathParam("exception") String exception) {
        return flow.dropException(desk.caller(), id(), Typed.id(exception))
                .map(hit -> Html.to(here() + "?done=desk.exceptionDropped"));
    }

    private UUID id() {
        return Typed.id(bookable);
    }

    private String here() {
        return BookingDesk.PLACE + "/" + id() + "/rota";
    }
}
