package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseNews;
import cn.shiyu.identity.Caller;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.LiveTopic;
import cn.shiyu.platform.web.Farewell;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Arrays;

/** Pings open queues when something moved in them. It carries no content: the page asks for its list again, with its own rights. */
@Path("/console/live")
public class LiveQueue {

    /** Many changes are one ping: a list that jumps all the time cannot be read. */
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(2);
    /** Proxies close a connection on which nothing moves; most wait a minute. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(25);

    @Inject
    StaffDesk desk;

    @Inject
    LiveTopic live;

    @Inject
    Farewell farewell;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> changes(@QueryParam("unit") String unit, @Context Sse sse) {
        Caller staff = desk.caller();
        if (unit == null || !staff.worksAt(unit)) {
            throw Refusal.notFound();
        }
        return farewell.until(Multi.createBy()
                .merging()
                .streams(pings(staff, unit).map(ping -> sse.newEvent(Messages.get("console.live"))), life(sse)));
    }

    private Multi<Long> pings(Caller staff, String unit) {
        return live.subscribe(staff.tenant(), CaseNews.TOPIC)
                .filter(units -> concerns(unit, units))
                .group()
                .intoLists()
                .every(AT_MOST_EVERY)
                .filter(changes -> !changes.isEmpty())
                .map(changes -> (long) changes.size());
    }

    /** A centre also shows what lies below it, so it hears of every change. */
    private static boolean concerns(String unit, String units) {
        return units.equals("*") || unit.startsWith("C") || Arrays.asList(units.split(",")).contains(unit);
    }

    private static Multi<OutboundSseEvent> life(Sse sse) {
        return Multi.createFrom()
                .ticks()
                .every(SIGN_OF_LIFE)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("").build());
    }
}
