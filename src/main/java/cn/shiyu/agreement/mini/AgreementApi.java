package cn.shiyu.agreement.mini;

import cn.shiyu.agreement.AgreementQueries;
import cn.shiyu.agreement.ConfirmFlow;
import cn.shiyu.agreement.DraftFlow;
import cn.shiyu.agreement.DutyFlow;
import cn.shiyu.agreement.SignFlow;
import cn.shiyu.identity.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** 调解协议书: read, sign, say what was done, ask for a court's confirmation. */
@Path("/mini/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "调解协议书")
public class AgreementApi {

    @Inject
    CurrentCaller current;

    @Inject
    AgreementQueries queries;

    @Inject
    SignFlow signing;

    @Inject
    DraftFlow drafts;

    @Inject
    DutyFlow duties;

    @Inject
    ConfirmFlow confirming;

    @GET
    @Path("/{id}")
    @Operation(operationId = "agreement", summary = "一份调解协议书", description = "只有双方当事人可以读,否则 404。")
    public Uni<AgreementJson.One> one(@RestPath UUID id) {
        return queries.one(current.resident(), id).map(AgreementJson.One::of);
    }

    @POST
    @Path("/{id}/code")
    @Operation(operationId = "sendAgreementCode", summary = "发送签字验证码", description = "发到协议书里您的手机号,5 分钟有效。")
    public Uni<AgreementJson.One> code(@RestPath UUID id) {
        return after(id, signing.sendCode(current.resident(), id));
    }

    @POST
    @Path("/{id}/signature")
    @Operation(operationId = "signAgreement", summary = "签字", description = "双方都签字后生效,文本不再改变。已签过的为 409。")
    public Uni<AgreementJson.One> sign(@RestPath UUID id, AgreementJson.Signature typed) {
        AgreementJson.Signature it = typed == null ? new AgreementJson.Signature(null, null, null) : typed;
        return after(id, signing.sign(current.resident(), id, it.code(), it.picture(), it.name()));
    }

    @POST
    @Path("/{id}/objection")
    @Operation(operationId = "objectToAgreement", summary = "不同意这份文本,退回修改")
    public Uni<AgreementJson.One> object(@RestPath UUID id) {
        return drafts.takeBack(current.resident(), id).chain(() -> one(id));
    }

    @POST
    @Path("/{id}/confirmation")
    @Operation(operationId = "wantConfirmation", summary = "同意申请司法确认")
    public Uni<AgreementJson.One> confirm(@RestPath UUID id) {
        return after(id, confirming.want(current.resident(), id));
    }

    @POST
    @Path("/{id}/duties/{place}/report")
    @Operation(operationId = "reportDuty", summary = "报告已履行")
    public Uni<AgreementJson.One> report(@RestPath UUID id, @RestPath int place) {
        return after(id, duties.report(current.resident(), id, place));
    }

    @POST
    @Path("/{id}/duties/{place}/receipt")
    @Operation(operationId = "acknowledgeDuty", summary = "确认收到")
    public Uni<AgreementJson.One> acknowledge(@RestPath UUID id, @RestPath int place) {
        return after(id, duties.acknowledge(current.resident(), id, place));
    }

    @POST
    @Path("/{id}/duties/{place}/denial")
    @Operation(operationId = "denyDuty", summary = "没有收到")
    public Uni<AgreementJson.One> deny(@RestPath UUID id, @RestPath int place) {
        return after(id, duties.deny(current.resident(), id, place));
    }

    private Uni<AgreementJson.One> after(UUID id, Uni<Void> done) {
        return done.chain(() -> one(id));
    }
}
