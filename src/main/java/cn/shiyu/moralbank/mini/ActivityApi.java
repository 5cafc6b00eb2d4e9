package cn.shiyu.moralbank.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.volunteering.ActivityQueries;
import cn.shiyu.moralbank.volunteering.CheckFlow;
import cn.shiyu.moralbank.volunteering.Direction;
import cn.shiyu.moralbank.volunteering.SignUpFlow;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.idempotency.Outcome;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** 志愿活动: look for one, sign up, check in and out. */
@Path("/mini/v1/bank")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "道德银行·志愿活动")
public class ActivityApi {

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller current;

    @Inject
    ActivityQueries queries;

    @Inject
    SignUpFlow signing;

    @Inject
    CheckFlow checking;

    @GET
    @Path("/activities")
    @Operation(operationId = "activities", summary = "志愿活动", description = "region 为 12 位区划代码,day 形如 2026-11-28,free 为真时只看有空位的。")
    public Uni<Page<ActivityJson.One>> list(
            @RestQuery String region, @RestQuery String day, @RestQuery boolean free, @RestQuery String after) {
        return queries.open(city.get(), new ActivityQueries.Filter(region, day, free), after)
                .map(page -> page.map(ActivityJson.One::of));
    }

    @GET
    @Path("/own-activities")
    @Operation(operationId = "myActivities", summary = "我报名的志愿活动")
    public Uni<Page<ActivityJson.One>> own(@RestQuery String after) {
        return queries.own(current.resident(), after).map(page -> page.map(ActivityJson.One::of));
    }

    @GET
    @Path("/activities/{id}")
    @Operation(operationId = "activity", summary = "一个志愿活动")
    public Uni<ActivityJson.One> one(@RestPath UUID id) {
        return queries.one(current.get(), id).map(ActivityJson.One::of);
    }

    @POST
    @Path("/activities/{id}/place")
    @Operation(
            operationId = "signUpForActivity",
            summary = "报名",
            description = "名额已满时排入候补。没有加入道德银行的为 409 not-a-member;带同一个 Idempotency-Key 重发只报一次名。")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActivityJson.One.class)))
    public Uni<Response> signUp(@RestPath UUID id, @HeaderParam(IdempotencyKey.HEADER) String key) {
        return signing.signUp(current.resident(), IdempotencyKey.of(key), id).chain(done -> answer(id, done));
    }

    @POST
    @Path("/activities/{id}/withdrawal")
    @Operation(operationId = "withdrawFromActivity", summary = "退出报名", description = "候补的第一位自动补上。")
    public Uni<ActivityJson.One> withdraw(@RestPath UUID id) {
        return signing.withdraw(current.resident(), id).chain(() -> one(id));
    }

    @POST
    @Path("/activities/{id}/check")
    @Operation(
            operationId = "checkAtActivity",
            summary = "签到、签退",
            description = "direction 为 IN 或 OUT,code 是现场屏幕上的六位数字,30 秒一换;不对的为 422,已签过的为 409。")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ActivityJson.One.class)))
    public Uni<Response> check(
            @RestPath UUID id, @HeaderParam(IdempotencyKey.HEADER) String key, @HeaderParam("Authorization") String session,
            ActivityJson.Check typed) {
        ActivityJson.Check it = typed == null ? new ActivityJson.Check(null, null) : typed;
        Direction direction = it.direction() == null ? Direction.IN : it.direction();
        return checking.check(current.resident(), IdempotencyKey.of(key), id, direction, it.code(), session)
                .chain(done -> answer(id, done));
    }

    private Uni<Response> answer(UUID id, Outcome done) {
        return one(id).map(it -> {
            Response.ResponseBuilder answer = Response.ok(it);
            return done.replayed() ? answer.header(IdempotencyKey.REPLAYED, "true").build() : answer.build();
        });
    }
}
