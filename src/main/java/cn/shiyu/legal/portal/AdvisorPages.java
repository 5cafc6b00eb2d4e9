package cn.shiyu.legal.portal;

import cn.shiyu.booking.BookingSettings;
import cn.shiyu.legal.AdvisorWish;
import cn.shiyu.legal.AdvisorQueries;
import cn.shiyu.legal.LegalSettings;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** 法律顾问: who advises, by village, field and language. What was chosen stands in the address. */
@Path("/legal")
public class AdvisorPages {

    private static final List<String> FILTERS = List.of("township", "village", "field", "language", "order");

    @Inject
    CurrentCity city;

    @Inject
    Regions regions;

    @Inject
    AdvisorQueries queries;

    @GET
    public Uni<Response> list(@Context UriInfo address, @QueryParam("after") String after) {
        if (!LegalSettings.of(city.get()).offered()) {
            throw Refusal.notFound();
        }
        Form form = Form.of(address.getQueryParameters());
        AdvisorWish wish = new AdvisorWish(region(form), form.value("field"), form.value("language"));
        boolean soonest = form.value("order").equals("soonest");
        return queries.page(city.get(), wish, soonest, after).chain(page -> Html.page(LegalTemplates.advisors(
                page,
                LegalChoices.of(city.get(), regions.of(city.get()), form),
                form,
                "/legal" + query(form),
                "/legal/consultations/new" + query(form),
                after,
                BookingSettings.of(city.get()).servicesOf("LEGAL_ADVISOR"))));
    }

    /** The village where one is chosen that lies in the township, else the township. */
    static String region(Form form) {
        String village = form.value("village");
        return village.isBlank() ? form.value("township") : village;
    }

    private static String query(Form form) {
        String query = FILTERS.stream()
                .filter(name -> !form.value(name).isBlank())
                .map(name -> name + "=" + URLEncoder.encode(form.value(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
