package cn.shiyu.moralbank.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.award.HistoryQueries;
import cn.shiyu.moralbank.member.JoinFlow;
import cn.shiyu.moralbank.member.LeaveFlow;
import cn.shiyu.moralbank.member.StandingQueries;
import cn.shiyu.platform.paging.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 道德银行: whether one takes part, what one has, how it came to that. */
@Path("/mini/v1/bank")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "道德银行")
public class BankApi {

    @Inject
    CurrentCaller current;

    @Inject
    StandingQueries standing;

    @Inject
    HistoryQueries history;

    @Inject
    JoinFlow joining;

    @Inject
    LeaveFlow leaving;

    @GET
    @Operation(operationId = "bankStanding", summary = "我的积分", description = "没有加入的,member 为 false,其余为空。")
    public Uni<BankJson.Standing> standing() {
        return standing.of(current.resident()).map(BankJson.Standing::of);
    }

    @POST
    @Path("/membership")
    @Operation(
            operationId = "joinBank", summary = "加入道德银行",
            description = "agreed 表示已读过保存内容的说明并同意;没有同意、称呼或地区不对的为 422,已经加入的为 409。")
    public Uni<BankJson.Standing> join(BankJson.Wish typed) {
        BankJson.Wish wish = typed == null ? new BankJson.Wish(null, null, false) : typed;
        return joining.join(current.resident(), wish.name(), wish.region(), wish.agreed()).chain(done -> standing());
    }

    @POST
    @Path("/departure")
    @Operation(
            operationId = "leaveBank", summary = "退出道德银行",
            description = "剩下的积分作废,个人信息抹去;以后可以重新加入。没有加入的为 409。")
    public Uni<BankJson.Standing> leave() {
        return leaving.leave(current.resident()).chain(done -> standing());
    }

    @GET
    @Path("/history")
    @Operation(operationId = "bankHistory", summary = "积分明细,新的在前", description = "没有加入的为 409。")
    public Uni<Page<BankJson.Line>> history(@RestQuery String after) {
        return history.own(current.resident(), after).map(page -> page.map(BankJson.Line::of));
    }
}
