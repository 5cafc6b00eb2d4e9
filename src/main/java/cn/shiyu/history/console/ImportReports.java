package cn.shiyu.history.console;

import cn.shiyu.history.ImportFlow;
import cn.shiyu.history.ImportQueries;
import cn.shiyu.history.ImportSweep;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.redis.LiveTopic;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestMulti;

/** What flows out of an import: pings while it goes on, the report as a file. */
@Path(ImportDesk.PATH)
public class ImportReports {

    /** A page that missed a hint (Redis may be away) is right again after so long; and no proxy closes the connection. */
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);

    @Inject
    StaffDesk desk;

    @Inject
    ImportQueries queries;

    @Inject
    LiveTopic live;

    @GET
    @Path("/{run}/report.csv")
    @Produces("text/csv;charset=UTF-8")
    public RestMulti<String> report(@PathParam("run") String id) {
        Caller admin = ImportFlow.administrator(desk.caller());
        return RestMulti.fromUniResponse(
                queries.run(admin, id),
                run -> queries.csv(admin, run),
                run -> Map.of(
                        "Content-Disposition", List.of("attachment; filename=\"import-" + run.id() + ".csv\""),
                        "Cache-Control", List.of("no-store")));
    }

    @GET
    @Path("/{run}/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> changes(@PathParam("run") String id, @Context Sse sse) {
        Caller admin = ImportFlow.administrator(desk.caller());
        Multi<String> hints = live.subscribe(admin.tenant(), ImportSweep.TOPIC).filter(id::equals);
        Multi<String> anyway = Multi.createFrom().ticks().every(AT_LEAST_EVERY).onOverflow().drop().map(tick -> id);
        return queries.run(admin, id)
                .onItem()
                .transformToMulti(run -> Multi.createBy().merging().streams(hints, anyway))
                .map(hint -> sse.newEvent(""));
    }
}
