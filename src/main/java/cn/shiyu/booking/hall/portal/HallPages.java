package cn.shiyu.booking.hall.portal;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.booking.hall.HallQueries;
import cn.shiyu.booking.hall.HallQueries.Progress;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** 叫号屏 and 办件查询: the queue in numbers. Loads itself anew, also without JavaScript, unless somebody types a number. */
@Path("/hall/{code}")
public class HallPages {

    private static final int SECONDS = 10;

    @Inject
    CurrentCity city;

    @Inject
    SlotQueries slots;

    @Inject
    HallQueries halls;

    /** @param code of the hall, as the tenant file names it @param ask whether somebody is about to type a number */
    @GET
    public Uni<Response> board(
            @PathParam("code") String code, @QueryParam("ask") String ask, @QueryParam("number") String number) {
        return slots.bookable(city.get(), code)
                .map(found -> found.filter(Bookable::active).orElseThrow(Refusal::notFound))
                .chain(hall -> ask == null && number == null ? board(hall) : progress(hall, number == null ? "" : number));
    }

    private Uni<Response> board(Bookable hall) {
        return page(200, hall, null, null).map(page -> Response.fromResponse(page)
                .header("Refresh", String.valueOf(SECONDS))
                .build());
    }

    private Uni<Response> progress(Bookable hall, String number) {
        Form form = Form.empty().with("number", number.strip());
        if (number.isBlank()) {
            return page(200, hall, form, null);
        }
        return Uni.createFrom()
                .deferred(() -> halls.progress(city.get(), hall.id(), read(number)))
                .chain(progress -> page(200, hall, form, progress))
                .onFailure(failure -> failure instanceof Refusal refusal && refusal.status() == 422)
                .recoverWithUni(refused -> page(422, hall, form.refused((Refusal) refused), null));
    }

    private static int read(String number) {
        if (!number.strip().matches("[1-9]\\d{0,4}")) {
            throw Refusal.badInput("number", Messages.get("hall.fault.number"));
        }
        return Integer.parseInt(number.strip());
    }

    private Uni<Response> page(int status, Bookable hall, Form form, Progress progress) {
        UUID id = hall.id();
        return halls.board(city.get(), id)
                .chain(board -> Html.page(status, HallTemplates.board(hall, board, form, progress)));
    }
}
