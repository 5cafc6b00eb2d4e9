package cn.shiyu.casework.mini;

import cn.shiyu.casework.AppellantFlow;
import cn.shiyu.casework.CaseQueries;
import cn.shiyu.casework.CaseReceipt;
import cn.shiyu.casework.MyCases;
import cn.shiyu.casework.SubmissionFlow;
import cn.shiyu.casework.VerdictFlow;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.search.SearchTerms;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A resident's own cases, for the mini-program. */
@Path("/mini/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "我的诉求")
public class CaseApi {

    @Inject
    CurrentCaller current;

    @Inject
    SubmissionFlow submission;

    @Inject
    AppellantFlow appellant;

    @Inject
    VerdictFlow verdict;

    @Inject
    CaseQueries cases;

    @Inject
    MyCases mine;

    @Inject
    RateLimiter limits;

    @POST
    @Operation(
            operationId = "submitCase",
            summary = "提交诉求",
            description = "同一个 Idempotency-Key 提交多次只生成一件诉求;重复时答复相同,并带 Idempotency-Replayed: true。")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CaseJson.Receipt.class)))
    public Uni<Response> submit(@HeaderParam(IdempotencyKey.HEADER) String key, CaseJson.Submit typed) {
        Caller resident = current.resident();
        IdempotencyKey once = IdempotencyKey.of(key);
        return limits.admit(resident.tenant(), "submit", resident.id(), 60, Duration.ofHours(1))
                .chain(() -> submission.submit(resident, once, CaseJson.Submit.plain(typed)))
                .map(receipt -> Response.status(201)
                        .header(IdempotencyKey.REPLAYED, receipt.replayed() ? "true" : null)
                        .entity(CaseJson.Receipt.of(receipt))
                        .build());
    }

    @GET
    @Operation(operationId = "myCases", summary = "我的诉求列表", description = "从新到旧;next 是下一页的游标,null 表示没有了。给 q 时只列出含有这些词的诉求(标题、内容、地点或编号)。")
    public Uni<Page<CaseJson.Item>> mine(
            @Parameter(description = "要查找的词,最多 100 字;空格隔开的词都要有,引号中的算一个词") @RestQuery String q,
            @RestQuery String after) {
        return mine.of(current.resident(), SearchTerms.of(q), after).map(page -> page.map(CaseJson.Item::of));
    }

    @GET
    @Path("/{number}")
    @Operation(operationId = "myCase", summary = "诉求详情", description = "到了哪一步、谁在办、何时到期及为什么、办理时间线和答复。")
    public Uni<CaseJson.Detail> one(@RestPath String number) {
        return cases.byNumber(current.resident(), number).map(CaseJson.Detail::of);
    }

    @POST
    @Path("/{number}/words")
    @Operation(operationId = "addWords", summary = "补充说明", description = "带同一个 Idempotency-Key 重发只记一次。")
    public Uni<CaseJson.Done> addWords(
            @RestPath String number,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            CaseJson.Words typed,
            @Context RoutingContext request) {
        return appellant.addWords(current.resident(), optional(key), number, CaseJson.Words.plain(typed))
                .map(receipt -> once(receipt, request));
    }

    @POST
    @Path("/{number}/urges")
    @Operation(operationId = "urge", summary = "催办", description = "带同一个 Idempotency-Key 重发只记一次。")
    public Uni<CaseJson.Done> urge(
            @RestPath String number,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            CaseJson.Words typed,
            @Context RoutingContext request) {
        return appellant.urge(current.resident(), optional(key), number, CaseJson.Words.plain(typed))
                .map(receipt -> once(receipt, request));
    }

    /** Told by the receipt, which knows; what a request remembers is not its own when several wait for each other. */
    private static CaseJson.Done once(CaseReceipt receipt, RoutingContext request) {
        if (receipt.replayed()) {
            request.response().putHeader(IdempotencyKey.REPLAYED, "true");
        }
        return CaseJson.Done.of(receipt);
    }

    private static IdempotencyKey optional(String key) {
        return key == null ? null : IdempotencyKey.of(key);
    }

    @POST
    @Path("/{number}/withdrawal")
    @Operation(operationId = "withdraw", summary = "撤回")
    public Uni<CaseJson.Done> withdraw(@RestPath String number, CaseJson.Words typed) {
        return appellant.withdraw(current.resident(), number, CaseJson.Words.plain(typed)).map(CaseJson.Done::of);
    }

    @POST
    @Path("/{number}/rating")
    @Operation(operationId = "rate", summary = "评价", description = "每次办理只能评价一次;办结前的差评会退回重新办理。")
    public Uni<CaseJson.Done> rate(@RestPath String number, CaseJson.Rate typed) {
        return verdict.rate(current.resident(), number, CaseJson.Rate.plain(typed)).map(CaseJson.Done::of);
    }

    @POST
    @Path("/{number}/renewal")
    @Operation(operationId = "askAgain", summary = "再次提出", description = "结案后问题仍未解决,在规定期限内可再次提出一次。")
    public Uni<CaseJson.Done> askAgain(@RestPath String number, CaseJson.Words typed) {
        return verdict.askAgain(current.resident(), number, CaseJson.Words.plain(typed)).map(CaseJson.Done::of);
    }
}
