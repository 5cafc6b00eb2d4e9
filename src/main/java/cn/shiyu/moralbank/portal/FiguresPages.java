package cn.shiyu.moralbank.portal;

import cn.shiyu.moralbank.figures.FiguresQueries;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Html;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** 公开账: the whole bank's sums, for anyone. */
@Path("/bank/figures")
public class FiguresPages {

    @Inject
    CurrentCity city;

    @Inject
    FiguresQueries queries;

    @GET
    public Uni<Response> page() {
        return queries.of(offering()).chain(figures -> Html.page(FiguresTemplates.figures(figures, FiguresBar.of(figures), FiguresBar.height(figures))));
    }

    @GET
    @Path("/figures.csv")
    public Uni<Response> file() {
        return queries.of(offering())
                .map(figures -> Response.ok(FiguresCsv.of(figures))
                        .type("text/csv;charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"moral-bank.csv\"")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private City offering() {
        if (!city.get().sections().contains("moralbank")) {
            throw Refusal.notFound();
        }
        return city.get();
    }
}
