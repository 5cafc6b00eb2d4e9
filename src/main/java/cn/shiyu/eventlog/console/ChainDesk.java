package cn.shiyu.eventlog.console;

import cn.shiyu.eventlog.ChainReport;
import cn.shiyu.eventlog.ChainVerification;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The city's administrator asks whether the log is whole. */
@Path("/console/event-log/verification")
public class ChainDesk {

    @Inject
    CurrentCaller caller;

    @Inject
    ChainVerification verification;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "校验事件日志", description = "逐条核对本市事件日志的校验链,指出第一处断链。仅租户管理员可用。")
    public Uni<ChainReport> verify() {
        return verification.verify(administrator(caller.get()).tenant());
    }

    private static Caller administrator(Caller caller) {
        if (!caller.holds(Role.TENANT_ADMIN)) {
            throw new Refusal(403, "not-allowed", "只有租户管理员可以校验事件日志。");
        }
        return caller;
    }
}
