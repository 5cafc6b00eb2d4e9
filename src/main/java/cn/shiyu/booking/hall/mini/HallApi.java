package cn.shiyu.booking.hall.mini;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.booking.hall.HallBoard;
import cn.shiyu.booking.hall.HallQueries;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** 叫号: where the queue of a hall stands, and a number in it; for everybody. */
@Path("/mini/v1/halls/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "预约")
public class HallApi {

    @Schema(name = "HallWindow")
    public record Window(int window, @Schema(description = "正在办理或呼叫的号,空闲时为空") Integer number) {}

    @Schema(name = "HallQueue")
    public record Queue(String name, String place, List<Window> windows, @Schema(description = "接下来的号,最多十个") List<Integer> next, int waiting) {

        static Queue of(Bookable hall, HallBoard board) {
            return new Queue(
                    hall.name(), hall.place(), board.windows().stream().map(at -> new Window(at.window(), at.number())).toList(),
                    board.next(), board.waiting());
        }
    }

    @Inject
    CurrentCity city;

    @Inject
    SlotQueries slots;

    @Inject
    HallQueries halls;

    @GET
    @Operation(operationId = "hallQueue", summary = "大厅排队情况", description = "只有号码,没有姓名。")
    public Uni<Queue> queue(@RestPath String code) {
        return hall(code).chain(hall -> halls.board(city.get(), hall.id()).map(board -> Queue.of(hall, board)));
    }

    @GET
    @Path("/numbers/{number}")
    @Operation(operationId = "hallNumber", summary = "今天的一个号排到哪里")
    public Uni<HallNumber> number(@RestPath String code, @RestPath int number) {
        return hall(code).chain(hall -> halls.progress(city.get(), hall.id(), number)).map(HallNumber::of);
    }

    private Uni<Bookable> hall(String code) {
        return slots.bookable(city.get(), code).map(found -> found.filter(Bookable::active).orElseThrow(Refusal::notFound));
    }
}
