package cn.shiyu.moralbank.mini;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.moralbank.award.HistoryQueries;
import cn.shiyu.moralbank.team.TeamQueries;
import cn.shiyu.moralbank.team.TreasurerFlow;
import cn.shiyu.platform.paging.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Accounts of organisations, for their treasurers. Whoever is not one is told 404. */
@Path("/mini/v1/bank/teams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "道德银行")
public class TeamApi {

    @Inject
    CurrentCaller current;

    @Inject
    TeamQueries teams;

    @Inject
    TreasurerFlow flow;

    @Inject
    HistoryQueries history;

    @GET
    @Operation(operationId = "bankTeams", summary = "我管理的组织账户")
    public Uni<List<TeamJson.One>> own() {
        return teams.own(current.resident()).map(all -> all.stream().map(TeamJson.One::of).toList());
    }

    @POST
    @Path("/binding")
    @Operation(operationId = "bindTeam", summary = "用绑定码成为一个组织的管理人", description = "绑定码不对为 422;没有加入、已满、已绑定为 409。")
    public Uni<List<TeamJson.One>> bind(TillJson.Binding typed) {
        return flow.bind(current.resident(), typed == null ? "" : typed.code()).chain(this::own);
    }

    @GET
    @Path("/{id}/history")
    @Operation(operationId = "bankTeamHistory", summary = "一个组织账户的收支,新的在前")
    public Uni<Page<TeamJson.Entry>> history(@RestPath UUID id, @RestQuery String after) {
        Caller resident = current.resident();
        return teams.own(resident, id)
                .chain(team -> history.of(resident.tenant(), team.account(), after))
                .map(page -> page.map(line -> new TeamJson.Entry(line.at(), line.words(), line.points())));
    }

    @POST
    @Path("/{id}/unbinding")
    @Operation(operationId = "unbindTeam", summary = "不再管理一个组织账户")
    @APIResponse(responseCode = "204", description = "已解除")
    public Uni<Void> unbind(@RestPath UUID id) {
        return flow.unbind(current.resident(), id);
    }
}
