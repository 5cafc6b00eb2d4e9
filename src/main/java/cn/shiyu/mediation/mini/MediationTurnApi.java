package cn.shiyu.mediation.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.mediation.HandOverFlow;
import cn.shiyu.mediation.MediationQueries;
import cn.shiyu.mediation.MeetingFlow;
import cn.shiyu.mediation.PartyFlow;
import cn.shiyu.mediation.Side;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What a party does while a mediation goes on, and after. */
@Path("/mini/v1/mediations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "调解")
public class MediationTurnApi {

    @Inject
    CurrentCaller current;

    @Inject
    PartyFlow parties;

    @Inject
    HandOverFlow handOver;

    @Inject
    MeetingFlow meetings;

    @Inject
    MediationQueries queries;

    @POST
    @Path("/{id}/words")
    @Operation(operationId = "speakInMediation", summary = "说一段话", description = "带同一个 Idempotency-Key 重发只说一次。")
    public Uni<MediationJson.One> speak(
            @RestPath UUID id, @HeaderParam(IdempotencyKey.HEADER) String key, MediationTyped.Words typed) {
        MediationTyped.Words said = typed == null ? new MediationTyped.Words(null, false) : typed;
        // For a party the flow takes whichever side is named as its own.
        return after(id, parties.speak(
                current.resident(), IdempotencyKey.of(key), id, MediationTyped.text(said.words()),
                said.aside() ? Side.APPLICANT : null));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(operationId = "withdrawMediation", summary = "退出调解")
    public Uni<MediationJson.One> withdraw(@RestPath UUID id) {
        return after(id, parties.withdraw(current.resident(), id));
    }

    @POST
    @Path("/{id}/recusal")
    @Operation(operationId = "askRecusal", summary = "申请调解员回避")
    public Uni<MediationJson.One> askRecusal(@RestPath UUID id, MediationTyped.Why typed) {
        return after(id, parties.askRecusal(current.resident(), id, typed == null ? "" : MediationTyped.text(typed.why())));
    }

    @POST
    @Path("/{id}/sessions/{session}/answer")
    @Operation(operationId = "answerMediationSession", summary = "答复来不来参加调解会")
    public Uni<MediationJson.One> answer(@RestPath UUID id, @RestPath UUID session, MediationTyped.Answer typed) {
        if (typed == null || typed.comes() == null) {
            throw Refusal.badInput("comes", Messages.get("mediation.refusal.comes"));
        }
        return after(id, meetings.answer(current.resident(), id, session, typed.comes()));
    }

    @POST
    @Path("/{id}/consent")
    @Operation(operationId = "consentHandOver", summary = "同意移交")
    public Uni<MediationJson.One> consent(@RestPath UUID id) {
        return after(id, handOver.consent(current.resident(), id));
    }

    @POST
    @Path("/{id}/handover-refusal")
    @Operation(operationId = "refuseHandOver", summary = "不同意移交")
    public Uni<MediationJson.One> refuse(@RestPath UUID id) {
        return after(id, handOver.refuse(current.resident(), id));
    }

    @POST
    @Path("/{id}/rating")
    @Operation(operationId = "rateMediation", summary = "评价")
    public Uni<MediationJson.One> rate(@RestPath UUID id, MediationTyped.Rating typed) {
        return after(id, parties.rate(current.resident(), id, typed == null ? null : typed.level()));
    }

    private Uni<MediationJson.One> after(UUID id, Uni<Void> done) {
        return done.chain(() -> queries.one(current.resident(), id)).map(MediationJson.One::of);
    }
}
