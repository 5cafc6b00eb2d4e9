package cn.shiyu.moralbank.mini;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.award.HistoryQueries;
import cn.shiyu.moralbank.household.HouseholdExit;
import cn.shiyu.moralbank.household.HouseholdFlow;
import cn.shiyu.moralbank.household.Households;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** 家庭共用: a member's household. Whoever is in none is told 404. */
@Path("/mini/v1/bank/household")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "道德银行")
public class HouseholdApi {

    @Inject
    CurrentCaller current;

    @Inject
    Households households;

    @Inject
    HouseholdFlow flow;

    @Inject
    HouseholdExit exit;

    @Inject
    HistoryQueries history;

    @GET
    @Operation(operationId = "bankHousehold", summary = "我的家庭")
    public Uni<HouseholdJson.One> own() {
        return households.own(current.resident()).map(found -> HouseholdJson.One.of(found.orElseThrow(Refusal::notFound)));
    }

    @POST
    @Operation(operationId = "foundBankHousehold", summary = "建一个家庭", description = "没有加入道德银行、已经在一个家庭里为 409。")
    public Uni<HouseholdJson.One> found(HouseholdJson.Name typed) {
        return after(resident -> flow.found(resident, typed == null ? null : typed.name()));
    }

    @POST
    @Path("/code")
    @Operation(operationId = "drawBankHouseholdCode", summary = "生成加入码", description = "15 分钟内有效;再生成一个,前一个作废。")
    public Uni<HouseholdJson.One> code() {
        return after(flow::code);
    }

    @POST
    @Path("/requests")
    @Operation(operationId = "askIntoBankHousehold", summary = "用加入码申请加入", description = "要家里一个人同意才算加入。加入码不对为 422。")
    public Uni<HouseholdJson.One> ask(HouseholdJson.Code typed) {
        return after(resident -> flow.ask(resident, typed == null ? null : typed.code()));
    }

    @POST
    @Path("/requests/{id}/answer")
    @Operation(operationId = "answerBankHouseholdRequest", summary = "同意或不同意一个人加入")
    public Uni<HouseholdJson.One> answer(@RestPath UUID id, HouseholdJson.Answer typed) {
        return after(resident -> flow.answer(resident, id, typed != null && typed.yes()));
    }

    @POST
    @Path("/contributions")
    @Operation(operationId = "contributeToBankHousehold", summary = "把自己的积分放进家庭", description = "重发不会放第二次。")
    public Uni<HouseholdJson.One> contribute(@HeaderParam(IdempotencyKey.HEADER) String key, HouseholdJson.Contribution typed) {
        String points = typed == null ? null : Long.toString(typed.points());
        return after(resident -> flow.contribute(resident, IdempotencyKey.of(key), points));
    }

    @GET
    @Path("/history")
    @Operation(operationId = "bankHouseholdHistory", summary = "家庭的积分收支,新的在前")
    public Uni<Page<TeamJson.Entry>> history(@RestQuery String after) {
        return history.household(current.resident(), after)
                .map(page -> page.map(line -> new TeamJson.Entry(line.at(), line.words(), line.points())));
    }

    @POST
    @Path("/departure")
    @Operation(operationId = "leaveBankHousehold", summary = "退出家庭", description = "放进去的积分留在家里;最后一个人退出时,剩下的退回给他。")
    @APIResponse(responseCode = "204", description = "已退出")
    public Uni<Void> leave() {
        return exit.leave(current.resident());
    }

    private Uni<HouseholdJson.One> after(Function<Caller, Uni<Void>> work) {
        return Uni.createFrom().deferred(() -> work.apply(current.resident())).chain(this::own);
    }
}
