package cn.shiyu.moralbank.portal;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.shop.FetchCode;
import cn.shiyu.moralbank.shop.OrderFlow;
import cn.shiyu.moralbank.shop.OrderQueries;
import cn.shiyu.moralbank.shop.VisitQueries;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.QrCode;
import io.quarkus.qute.RawString;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** 我的兑换: what a member ordered, the code to fetch it with, cancelling. */
@Path(OrderPages.PLACE)
@Authenticated
public class OrderPages {

    static final String PLACE = "/bank/orders";

    @Inject
    CurrentCaller caller;

    @Inject
    OrderQueries orders;

    @Inject
    VisitQueries visits;

    @Inject
    OrderFlow flow;

    @GET
    public Uni<Response> list(@QueryParam("after") String after) {
        return orders.own(caller.resident(), after)
                .chain(page -> Html.page(ShopTemplates.orders(page, after)))
                .onFailure(failure -> failure instanceof Refusal refused && refused.code().equals("not-a-member"))
                .recoverWithItem(() -> Html.to(BankPages.PLACE));
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return page(200, TillPages.id(id), Form.empty());
    }

    private Uni<Response> page(int status, UUID id, Form form) {
        return orders.one(caller.resident(), id).chain(it -> Html.page(status, ShopTemplates.order(it, form)));
    }

    /** @param day whose times are shown; the first one with any where that has none */
    @GET
    @Path("/{id}/time")
    public Uni<Response> times(@PathParam("id") String id, @QueryParam("day") String day) {
        return times(200, TillPages.id(id), day, Form.empty());
    }

    private Uni<Response> times(int status, UUID id, String day, Form form) {
        return visits.times(caller.resident(), id)
                .chain(it -> Html.page(status, ShopTemplates.orderTime(new TimeChoice(it, TimeChoice.day(day), form))));
    }

    @POST
    @Path("/{id}/time")
    public Uni<Response> choose(@PathParam("id") String id, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        UUID order = TillPages.id(id);
        return Uni.createFrom()
                .deferred(() -> flow.choose(caller.resident(), order, TimeChoice.start(form)))
                .map(done -> Html.to(PLACE + "/" + id + "?done=catalogue.timeChosen"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> {
                    Refusal refused = (Refusal) failure;
                    return switch (refused.status()) {
                        case 409, 410, 422, 429 -> times(refused.status(), order, form.value("day"), form.refused(refused));
                        default -> Uni.createFrom().failure(refused);
                    };
                });
    }

    /** The code stands in this answer alone. */
    @POST
    @Path("/{id}/code")
    public Uni<Response> code(@PathParam("id") String id) {
        return refused(id, flow.code(caller.resident(), TillPages.id(id))
                .chain(code -> Html.page(ShopTemplates.orderCode(code, shown(code), picture(code)))));
    }

    @POST
    @Path("/{id}/cancel")
    public Uni<Response> cancel(@PathParam("id") String id) {
        return refused(id, flow.cancel(caller.resident(), TillPages.id(id))
                .map(done -> Html.to(PLACE + "/" + id + "?done=catalogue.cancelled")));
    }

    private Uni<Response> refused(String id, Uni<Response> work) {
        return work.onFailure(Refusal.class).recoverWithUni(failure -> {
            Refusal refused = (Refusal) failure;
            return refused.status() == 409 || refused.status() == 429
                    ? page(refused.status(), TillPages.id(id), Form.empty().refused(refused))
                    : Uni.createFrom().failure(refused);
        });
    }

    private static String shown(FetchCode code) {
        return code.digits().substring(0, 4) + " " + code.digits().substring(4);
    }

    private static RawString picture(FetchCode code) {
        return new RawString(QrCode.svg(code.digits(), Messages.get("catalogue.codeAlt")));
    }
}
