package cn.shiyu.counselling.portal;

import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.counselling.CounsellingSettings;
import cn.shiyu.counselling.Counsellor;
import cn.shiyu.counselling.Counsellors;
import cn.shiyu.counselling.Danger;
import cn.shiyu.counselling.Hotline;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** 心理咨询: what is promised, numbers that help at once, and who counsels. Anyone may look. */
@Path("/counselling")
public class CounsellingPages {

    private static final List<String> FILTERS = List.of("field", "way", "language");

    @Inject
    CurrentCity city;

    @Inject
    SlotQueries slots;

    @GET
    public Uni<Response> list(@Context UriInfo address, @QueryParam("after") String after) {
        City here = offered();
        Form form = Form.of(address.getQueryParameters());
        Counsellors.Wish wish =
                new Counsellors.Wish(form.value("field"), form.value("way"), form.value("language"));
        return Html.page(CounsellingTemplates.counsellors(
                Counsellors.page(here, wish, after), CounsellingChoices.of(here), form, "/counselling" + query(form), after,
                Hotline.of(here)));
    }

    /** The lists by which a page decides while somebody types; what they type stays with them. */
    @GET
    @Path("/danger.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Danger danger() {
        return Danger.of(offered());
    }

    /** To the times at which this counsellor can be talked to. */
    @GET
    @Path("/counsellors/{login}/talk")
    public Uni<Response> talk(@PathParam("login") String login) {
        City here = offered();
        String code = CounsellingSettings.of(here).counsellor(login).map(Counsellor::bookable).orElseThrow(Refusal::notFound);
        return slots.bookable(here, code)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .map(bookable -> BookingSettings.of(here).servicesOf(bookable.kind()).stream()
                        .findFirst()
                        .map(service -> Html.to(service.address() + "/" + bookable.id()))
                        .orElseThrow(Refusal::notFound));
    }

    private City offered() {
        if (!CounsellingSettings.of(city.get()).offered()) {
            throw Refusal.notFound();
        }
        return city.get();
    }

    private static String query(Form form) {
        String query = FILTERS.stream()
                .filter(name -> !form.value(name).isBlank())
                .map(name -> name + "=" + URLEncoder.encode(form.value(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
