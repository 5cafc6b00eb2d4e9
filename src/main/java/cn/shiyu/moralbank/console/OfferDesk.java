package cn.shiyu.moralbank.console;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.shop.Offer;
import cn.shiyu.moralbank.shop.OfferFlow;
import cn.shiyu.moralbank.shop.OfferKind;
import cn.shiyu.moralbank.shop.OfferQueries;
import cn.shiyu.moralbank.shop.OfferState;
import cn.shiyu.moralbank.shop.VisitQueries;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What a shop offers for points, at the desk of the bank's clerk. */
@Path(OfferDesk.PLACE)
public class OfferDesk {

    static final String PLACE = "/console/bank/offers";

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    Regions regions;

    @Inject
    MerchantQueries merchants;

    @Inject
    OfferQueries offers;

    @Inject
    VisitQueries visits;

    @Inject
    OfferFlow flow;

    @GET
    @Path("/{shop}")
    public Uni<Response> list(@PathParam("shop") String shop, @QueryParam("after") String after) {
        return list(200, Ids.of(shop), Form.empty().with("perPerson", 1).with("days", 7), after);
    }

    private Uni<Response> list(int status, UUID id, Form form, String after) {
        Caller clerk = desk.caller();
        return merchants.one(clerk, id).chain(shop -> offers.ofShop(clerk, id, after).chain(page -> choices().chain(choices -> Html.page(
                status, OfferDeskTemplates.offers(desk.frame(), shop, page, form, choices, PLACE + "/" + id, after)))));
    }

    /** @param visits what a service can be booked as; none where the city has no such services */
    record Choices(List<Choice> kinds, List<Choice> places, List<Choice> visits) {}

    private Uni<Choices> choices() {
        return visits.choices(city.get())
                .map(all -> new Choices(
                        kinds(), places(), all.stream().map(one -> new Choice(one.code(), one.name())).toList()));
    }

    private static List<Choice> kinds() {
        return Stream.of(OfferKind.values())
                .map(kind -> new Choice(kind.name(), Messages.get("catalogue.kind." + kind)))
                .toList();
    }

    private List<Choice> places() {
        return regions.of(city.get()).all().stream()
                .filter(one -> one.level() != RegionLevel.VILLAGE)
                .map(one -> new Choice(one.code(), one.parent() == null ? one.name() : one.fullName()))
                .toList();
    }

    @POST
    @Path("/{shop}")
    public Uni<Response> add(@PathParam("shop") String shop, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        UUID id = Ids.of(shop);
        return Uni.createFrom()
                .deferred(() -> flow.add(desk.caller(), id, form))
                .map(offer -> Html.to(PLACE + "/" + id + "?done=catalogue.added"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ((Refusal) failure).status() == 422
                        ? list(422, id, form.refused((Refusal) failure), null)
                        : Uni.createFrom().failure(failure));
    }

    @GET
    @Path("/{shop}/{id}")
    public Uni<Response> one(@PathParam("shop") String shop, @PathParam("id") String id) {
        return one(200, Ids.of(shop), Ids.of(id), null);
    }

    private Uni<Response> one(int status, UUID merchant, UUID id, Form form) {
        return merchants.one(desk.caller(), merchant).chain(shop -> offers.one(desk.caller().tenant(), id)
                .map(it -> of(merchant, it))
                .chain(it -> Html.page(status, OfferDeskTemplates.offerDesk(
                        desk.frame(), shop, it, form == null ? Form.empty().with("stock", it.stock()) : form))));
    }

    private static Offer of(UUID merchant, Offer it) {
        if (!it.merchant().equals(merchant)) {
            throw Refusal.notFound();
        }
        return it;
    }

    @POST
    @Path("/{shop}/{id}/{act: open|close|stock}")
    public Uni<Response> act(
            @PathParam("shop") String shop, @PathParam("id") String id, @PathParam("act") String act, MultivaluedMap<String, String> typed) {
        Form form = Form.of(typed);
        UUID merchant = Ids.of(shop);
        UUID offer = Ids.of(id);
        return Uni.createFrom()
                .deferred(() -> switch (act) {
                    case "open" -> flow.move(desk.caller(), merchant, offer, OfferState.OPEN);
                    case "close" -> flow.move(desk.caller(), merchant, offer, OfferState.CLOSED);
                    default -> flow.stock(desk.caller(), merchant, offer, form);
                })
                .map(done -> Html.to(PLACE + "/" + merchant + "/" + offer + "?done=catalogue.saved"))
                .onFailure(Refusal.class)
                .recoverWithUni(failure -> ((Refusal) failure).status() == 422
                        ? one(422, merchant, offer, form.refused((Refusal) failure))
                        : Uni.createFrom().failure(failure));
    }
}
