package cn.shiyu.booking.mini;

import cn.shiyu.booking.BookingSettings;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.SlotQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What can be booked and when; for anyone. */
@Path("/mini/v1/booking-services")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "预约")
public class OfferApi {

    @Inject
    CurrentCity city;

    @Inject
    SlotQueries slots;

    @GET
    @Operation(operationId = "bookingServices", summary = "可预约的服务项目")
    public List<BookingJson.Service> services() {
        return BookingSettings.of(city.get()).offered().stream().map(BookingJson.Service::of).toList();
    }

    @GET
    @Path("/{service}/bookables")
    @Operation(operationId = "bookables", summary = "提供这项服务的人员、窗口,各带最近可约的时间")
    public Uni<Page<BookingJson.Item>> bookables(@RestPath String service, @RestQuery String after) {
        return slots.nextFree(city.get(), service(service), after).map(page -> page.map(BookingJson.Item::of));
    }

    @GET
    @Path("/{service}/bookables/{bookable}/slots")
    @Operation(operationId = "bookingSlots", summary = "可约的时间,从今天到这项服务可约的最后一天")
    public Uni<List<BookingJson.Time>> times(@RestPath String service, @RestPath UUID bookable) {
        ServiceOffer offer = service(service);
        LocalDate today = slots.today(city.get());
        return slots.free(city.get(), bookable, offer, today, today.plusDays(offer.horizonDays()))
                .map(free -> free.stream().map(BookingJson.Time::of).toList());
    }

    private ServiceOffer service(String code) {
        return BookingSettings.of(city.get()).offered(code).orElseThrow(Refusal::notFound);
    }
}
