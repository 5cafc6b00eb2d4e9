package cn.shiyu.law.mini;

import cn.shiyu.law.ArticleRef;
import cn.shiyu.law.LawFilter;
import cn.shiyu.law.LawHit;
import cn.shiyu.law.LawLevel;
import cn.shiyu.law.LawQueries;
import cn.shiyu.law.LawSearchForm;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Articles found in everyday words, and one by its number. */
@Path("/mini/v1/laws")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "公开信息")
public class LawApi {

    /** @param inForce on the day asked about */
    public record LawArticle(
            String law,
            int number,
            String title,
            LawLevel level,
            String label,
            String citation,
            List<String> headings,
            List<String> paragraphs,
            LocalDate effective,
            LocalDate ended,
            boolean inForce) {

        static LawArticle of(LawHit hit, LocalDate day) {
            return new LawArticle(
                    hit.law().id(),
                    hit.article().number(),
                    hit.law().title(),
                    hit.law().level(),
                    hit.article().label(),
                    hit.citation(),
                    hit.article().headings(),
                    hit.article().paragraphs(),
                    hit.version().effective(),
                    hit.version().ended(),
                    hit.version().inForce(day));
        }
    }

    @Inject
    CurrentCity city;

    @Inject
    LawQueries laws;

    @GET
    @Operation(operationId = "laws", summary = "查法条", description = "用平常的话查,也可以写“民法典 288条”。最相关的在前,最多 10 条。")
    public Uni<List<LawArticle>> laws(
            @Parameter(description = "要查什么,1 到 100 字") @RestQuery String q,
            @Parameter(description = "效力级别:STATUTE、REGULATION、INTERPRETATION、LOCAL") @RestQuery String level,
            @Parameter(description = "只在这部法里查") @RestQuery String law,
            @Parameter(description = "按哪一天有效,例如 2026-11-23;不填为今天") @RestQuery String on) {
        if (q == null || q.isBlank()) {
            throw Refusal.badInput("q", "请填写要查什么。");
        }
        LawFilter filter = LawSearchForm.read(q.strip(), level, law, on, laws.today());
        return laws.find(city.get(), q.strip(), filter)
                .map(hits -> hits.stream().map(hit -> LawArticle.of(hit, filter.day())).toList());
    }

    @GET
    @Path("/{law}/{number}")
    @Operation(operationId = "lawArticle", summary = "一条法条")
    public LawArticle lawArticle(@RestPath String law, @RestPath String number, @RestQuery String on) {
        LocalDate chosen = LawSearchForm.day(on);
        LocalDate day = chosen == null ? laws.today() : chosen;
        return ArticleRef.of(law + "/" + number)
                .flatMap(ref -> laws.article(city.get(), ref, day))
                .map(hit -> LawArticle.of(hit, day))
                .orElseThrow(Refusal::notFound);
    }
}
