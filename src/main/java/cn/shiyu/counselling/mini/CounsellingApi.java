package cn.shiyu.counselling.mini;

import cn.shiyu.counselling.CounsellingFlow;
import cn.shiyu.counselling.CounsellingSettings;
import cn.shiyu.counselling.Counsellors;
import cn.shiyu.counselling.ThreadQueries;
import cn.shiyu.counselling.WriteFlow;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
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

/** A resident's own letters to counsellors. Talks are booked through the booking operations. */
@Path("/mini/v1/counselling")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "心理咨询")
public class CounsellingApi {

    @Inject
    CurrentCity city;

    @Inject
    CurrentCaller current;

    @Inject
    WriteFlow writing;

    @Inject
    CounsellingFlow flow;

    @Inject
    ThreadQueries queries;

    @GET
    @Operation(operationId = "counselling", summary = "心理咨询:隐私承诺、热线、领域、危机词")
    public CounsellingJson.Offer offer() {
        return CounsellingJson.Offer.of(offered());
    }

    @GET
    @Path("/counsellors")
    @Operation(operationId = "counsellors", summary = "咨询师", description = "way 为 IN_PERSON、PHONE、VIDEO 或 WRITTEN。")
    public Page<CounsellingJson.Person> counsellors(
            @RestQuery String field, @RestQuery String way, @RestQuery String language, @RestQuery String after) {
        return Counsellors.page(offered(), new Counsellors.Wish(field, way, language), after).map(CounsellingJson.Person::of);
    }

    @GET
    @Path("/threads")
    @Operation(operationId = "myCounselling", summary = "我的书信咨询", description = "列表里没有书信内容。")
    public Uni<Page<CounsellingJson.Talk>> own(@RestQuery String after) {
        return queries.own(current.resident(), after).map(page -> page.map(CounsellingJson.Talk::of));
    }

    @POST
    @Path("/threads")
    @Operation(
            operationId = "openCounselling",
            summary = "写第一封信",
            description = "写了什么都会送到;urgent 为真时请显示热线。带同一个 Idempotency-Key 重发只写一次。")
    @APIResponse(
            responseCode = "201",
            description = "已送到",
            content = @Content(schema = @Schema(implementation = CounsellingJson.Talk.class)))
    public Uni<Response> open(@HeaderParam(IdempotencyKey.HEADER) String key, CounsellingJson.Opening typed) {
        return writing.open(current.resident(), IdempotencyKey.of(key), CounsellingJson.Opening.plain(typed))
                .chain(this::one)
                .map(it -> Response.status(201).entity(it).build());
    }

    @GET
    @Path("/threads/{id}")
    @Operation(operationId = "counsellingThread", summary = "一次书信咨询")
    public Uni<CounsellingJson.Talk> one(@RestPath UUID id) {
        return queries.mine(current.resident(), id).map(CounsellingJson.Talk::of);
    }

    @POST
    @Path("/threads/{id}/letters")
    @Operation(operationId = "writeCounselling", summary = "再写一封")
    public Uni<CounsellingJson.Talk> write(
            @RestPath UUID id, @HeaderParam(IdempotencyKey.HEADER) String key, CounsellingJson.Typed typed) {
        return writing.write(current.resident(), IdempotencyKey.of(key), id, typed == null ? null : typed.words())
                .chain(() -> one(id));
    }

    @POST
    @Path("/threads/{id}/consent")
    @Operation(operationId = "consentCounselling", summary = "同意或不同意转给另一位咨询师")
    public Uni<CounsellingJson.Talk> consent(@RestPath UUID id, CounsellingJson.Consent typed) {
        boolean agrees = typed != null && typed.counsellor() != null && !typed.counsellor().isBlank();
        return (agrees ? flow.agree(current.resident(), id, typed.counsellor()) : flow.decline(current.resident(), id))
                .chain(() -> one(id));
    }

    @POST
    @Path("/threads/{id}/end")
    @Operation(operationId = "endCounselling", summary = "不再继续")
    public Uni<CounsellingJson.Talk> end(@RestPath UUID id) {
        return flow.end(current.resident(), id).chain(() -> one(id));
    }

    @POST
    @Path("/threads/{id}/deletion")
    @Operation(operationId = "deleteCounselling", summary = "删除", description = "书信、称呼一并删除,不能恢复。")
    @APIResponse(responseCode = "204", description = "已删除")
    public Uni<Void> delete(@RestPath UUID id) {
        return flow.delete(current.resident(), id);
    }

    private City offered() {
        if (!CounsellingSettings.of(city.get()).offered()) {
            throw Refusal.notFound();
        }
        return city.get();
    }
}
