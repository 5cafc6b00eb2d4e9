package cn.shiyu.casework.mini;

import cn.shiyu.casework.BoardItem;
import cn.shiyu.casework.BoardQueries;
import cn.shiyu.casework.CaseOffer;
import cn.shiyu.casework.CaseQueries;
import cn.shiyu.category.Categories;
import cn.shiyu.category.Category;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.region.Region;
import cn.shiyu.region.Regions;
import cn.shiyu.search.SearchTerms;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What anyone may read: what the city takes in, its divisions and topics, the public board, a case by number and code. */
@Path("/mini/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "公开信息")
public class PublicApi {

    public record CityInfo(String name, List<CaseOffer.Kind> kinds, List<CaseOffer.Named> grades) {}

    public record RegionItem(String code, String name, String level, boolean hasChildren) {}

    public record Topic(String code, String name, String parent) {}

    public record LookUp(String number, String code) {}

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller caller;

    @Inject
    Regions regions;

    @Inject
    Categories categories;

    @Inject
    BoardQueries board;

    @Inject
    CaseQueries cases;

    @Inject
    RateLimiter limits;

    @Inject
    RoutingContext request;

    @GET
    @Path("/city")
    @Operation(operationId = "city", summary = "本市受理哪些诉求")
    public CityInfo city() {
        CaseOffer offer = CaseOffer.of(city.get());
        return new CityInfo(city.get().name(), offer.kinds(), offer.grades());
    }

    @GET
    @Path("/regions")
    @Operation(operationId = "regions", summary = "下级区划", description = "不给 parent 时是本市的第一级。")
    public List<RegionItem> regions(@RestQuery String parent) {
        var tree = regions.of(city.get());
        String above = parent == null || parent.isBlank() ? tree.root().code() : parent;
        return tree.children(tree.find(above).map(Region::code).orElseThrow(Refusal::notFound)).stream()
                .map(region -> new RegionItem(
                        region.code(),
                        region.name(),
                        region.level().name(),
                        !tree.children(region.code()).isEmpty()))
                .toList();
    }

    @GET
    @Path("/categories")
    @Operation(operationId = "categories", summary = "事项分类", description = "整棵树,父在前;提交时用末级编码。")
    public List<Topic> categories() {
        var tree = categories.of(city.get());
        return tree.all().stream().map(PublicApi::topic).toList();
    }

    private static Topic topic(Category category) {
        return new Topic(category.code(), category.name(), category.parent());
    }

    @GET
    @Path("/board")
    @Operation(operationId = "board", summary = "公示公开", description = "从新到旧,不含个人信息;next 是下一页的游标。给 q 时只列出含有这些词的公示;"
            + "查找很久以前的内容时,一页可能不满甚至为空,只要 next 不是 null 就可以继续。")
    public Uni<Page<BoardItem>> board(
            @RestQuery String kind,
            @RestQuery String topic,
            @Parameter(description = "要查找的词,2 到 100 字;空格隔开的词都要有,引号中的算一个词") @RestQuery String q,
            @RestQuery String after) {
        return board.page(city.get(), kind, topic, SearchTerms.of(q), after);
    }

    @GET
    @Path("/board/{number}")
    @Operation(operationId = "boardCase", summary = "公示的一件诉求")
    public Uni<BoardItem> boardCase(@RestPath String number) {
        return board.byNumber(city.get(), number);
    }

    @POST
    @Path("/look-ups")
    @Operation(operationId = "lookUp", summary = "凭编号和查询码查进度", description = "不需要登录。")
    public Uni<CaseJson.Detail> lookUp(LookUp typed) {
        if (typed == null || typed.number() == null || typed.number().isBlank()) {
            throw Refusal.badInput("number", "请填写诉求编号。");
        }
        if (typed.code() == null || typed.code().isBlank()) {
            throw Refusal.badInput("code", "请填写查询码。");
        }
        String from = request.request().remoteAddress().hostAddress();
        // Eight characters of thirty-one: at this rate a guess takes longer than the universe has been there.
        return limits.admit(city.id(), "look-up", from, 60, Duration.ofMinutes(10))
                .chain(() -> cases.lookUp(caller.get(), typed.number(), typed.code()))
                .map(CaseJson.Detail::of);
    }
}
