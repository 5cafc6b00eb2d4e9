package cn.shiyu.identity;

import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/** For tests: what the application knows of a request, at once, after waiting, and in a stream. */
@Path("/test/who")
public class WhoAmI {

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentCity city;

    @Inject
    ResidentFlow residents;

    @GET
    public Caller now() {
        return caller.get();
    }

    @GET
    @Path("/resident")
    public Caller resident() {
        return caller.resident();
    }

    /** After a wait on a timer's thread and a way to the database and back. */
    @GET
    @Path("/later")
    public Uni<Caller> later() {
        return Uni.createFrom()
                .nullItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(20))
                .chain(() -> residents.ofSubject(city.id(), "somebody-" + System.nanoTime()))
                .map(ignored -> caller.get());
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> stream() {
        return Multi.createFrom()
                .ticks()
                .every(Duration.ofMillis(20))
                .select()
                .first(3)
                .map(tick -> city.get().name());
    }
}
