package cn.shiyu.law.portal;

import cn.shiyu.category.Categories;
import cn.shiyu.law.Article;
import cn.shiyu.law.ArticleRef;
import cn.shiyu.law.Law;
import cn.shiyu.law.LawFilter;
import cn.shiyu.law.LawHit;
import cn.shiyu.law.LawLevel;
import cn.shiyu.law.LawQueries;
import cn.shiyu.law.LawSearchForm;
import cn.shiyu.law.LawVersion;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** 法律法规库: search, a law's contents, an article. Filters and the day live in the address. */
@Path("/laws")
public class LawPages {

    @Inject
    CurrentCity city;

    @Inject
    LawQueries laws;

    @Inject
    Categories categories;

    @GET
    public Uni<Response> search(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("level") @DefaultValue("") String level,
            @QueryParam("law") @DefaultValue("") String law,
            @QueryParam("on") @DefaultValue("") String on) {
        String typed = q.replace("\0", "").strip();
        Form form = Form.empty().with("q", typed).with("level", level).with("law", law).with("on", on);
        return Uni.createFrom()
                .item(() -> LawSearchForm.read(typed, level, law, on, laws.today()))
                .chain(filter -> answer(form, typed, filter))
                .onFailure(Refusal.class)
                .recoverWithUni(refused -> page(422, form.refused((Refusal) refused), null, laws.today()));
    }

    private Uni<Response> answer(Form form, String typed, LawFilter filter) {
        return typed.isEmpty()
                ? page(200, form, null, filter.day())
                : laws.find(city.get(), typed, filter).chain(hits -> page(200, form, hits, filter.day()));
    }

    private Uni<Response> page(int status, Form form, List<LawHit> hits, LocalDate day) {
        List<Choice> names = laws.laws(city.get()).stream()
                .map(law -> new Choice(law.id(), law.name()))
                .toList();
        return Html.page(status, LawTemplates.search(form, hits, laws.laws(city.get()), topics(), levels(), names, day));
    }

    private List<TopicLaws> topics() {
        return laws.topics(city.get()).stream()
                .map(topic -> new TopicLaws(
                        categories.of(city.get()).pathName(topic), laws.ofTopic(city.get(), topic)))
                .toList();
    }

    private static List<Choice> levels() {
        return Arrays.stream(LawLevel.values())
                .map(level -> new Choice(level.name(), Messages.get("law.level." + level)))
                .toList();
    }

    @GET
    @Path("/{law}")
    public Uni<Response> law(@PathParam("law") String id, @QueryParam("on") String on) {
        LocalDate chosen = LawSearchForm.day(on);
        LocalDate day = chosen == null ? laws.today() : chosen;
        Law law = laws.law(city.get(), id);
        return Html.page(LawTemplates.law(law, law.on(day), day, chosen));
    }

    @GET
    @Path("/{law}/{number}")
    public Uni<Response> article(
            @PathParam("law") String law, @PathParam("number") String number, @QueryParam("on") String on) {
        LocalDate chosen = LawSearchForm.day(on);
        LocalDate day = chosen == null ? laws.today() : chosen;
        LawHit hit = ArticleRef.of(law + "/" + number)
                .flatMap(ref -> laws.article(city.get(), ref, day))
                .orElseThrow(Refusal::notFound);
        int at = hit.article().number();
        return Html.page(LawTemplates.article(hit, beside(hit.version(), at - 1), beside(hit.version(), at + 1), day, chosen));
    }

    private static Article beside(LawVersion version, int number) {
        return version.article(number).orElse(null);
    }
}
