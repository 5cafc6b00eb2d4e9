package cn.shiyu.notify.mini;

import cn.shiyu.identity.CurrentCaller;
import cn.shiyu.notify.Notice;
import cn.shiyu.notify.NoticeQueries;
import cn.shiyu.platform.paging.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** 我的消息. */
@Path("/mini/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "消息")
public class NoticeApi {

    @Schema(name = "Notice")
    public record Item(
            UUID id, String text, @Schema(description = "门户上的页面,如 /bookings/…") String link, Instant at,
            @Schema(description = "是不是第一次看到") boolean fresh) {
        static Item of(Notice it) {
            return new Item(it.id(), it.text(), it.link(), it.at(), it.readAt() == null);
        }
    }

    @Inject
    CurrentCaller current;

    @Inject
    NoticeQueries notices;

    @GET
    @Operation(operationId = "notices", summary = "我的消息,新的在前;看过即算已读")
    public Uni<Page<Item>> own(@RestQuery String after) {
        return notices.read(current.resident(), after).map(page -> page.map(Item::of));
    }
}
