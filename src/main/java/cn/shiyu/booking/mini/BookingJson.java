package cn.shiyu.booking.mini;

import cn.shiyu.booking.Bookable;
import cn.shiyu.booking.BookingFlow;
import cn.shiyu.booking.BookingView;
import cn.shiyu.booking.Mode;
import cn.shiyu.booking.NextFree;
import cn.shiyu.booking.ServiceOffer;
import cn.shiyu.booking.Slot;
import cn.shiyu.booking.WaitFlow;
import cn.shiyu.booking.WaitView;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shapes of the contract. */
final class BookingJson {

    private BookingJson() {}

    @Schema(name = "BookingService")
    public record Service(String code, String name, String hint, int minutes, List<String> modes, int horizonDays) {
        static Service of(ServiceOffer it) {
            return new Service(
                    it.code(), it.name(), it.hint(), it.minutes(), it.modes().stream().map(Mode::name).toList(), it.horizonDays());
        }
    }

    @Schema(name = "BookableItem")
    public record Item(UUID id, String name, String place, @Schema(description = "最近可约的时间,没有则为空") Instant next) {
        static Item of(NextFree it) {
            Bookable who = it.bookable();
            return new Item(who.id(), who.name(), who.place(), it.slot() == null ? null : it.slot().start());
        }
    }

    @Schema(name = "BookingSlot")
    public record Time(Instant start, Instant end, @Schema(description = "还可约几人") int left) {
        static Time of(Slot it) {
            return new Time(it.start(), it.end(), it.left());
        }
    }

    @Schema(name = "BookingWish")
    public record Wish(
            UUID bookable, @Schema(description = "服务项目编码") String service,
            @Schema(description = "IN_PERSON、PHONE、VIDEO 或 CENTRE_DESK") String mode,
            @Schema(description = "可约时间的开始") Instant start) {

        static BookingFlow.Wish plain(Wish typed) {
            if (typed == null || typed.bookable == null) {
                throw Refusal.badInput("bookable", Messages.get("booking.refusal.noBookable"));
            }
            if (typed.start == null) {
                throw Refusal.badInput("start", Messages.get("booking.refusal.notOffered"));
            }
            return new BookingFlow.Wish(typed.bookable, text(typed.service), modeOf(typed.mode), typed.start);
        }
    }

    @Schema(name = "BookingWaitWish")
    public record Wait(UUID bookable, String service, String mode, LocalDate from, LocalDate to) {
        static WaitFlow.Wish plain(Wait typed) {
            if (typed == null || typed.bookable == null) {
                throw Refusal.badInput("bookable", Messages.get("booking.refusal.noBookable"));
            }
            return new WaitFlow.Wish(typed.bookable, text(typed.service), modeOf(typed.mode), typed.from, typed.to);
        }
    }

    @Schema(name = "BookingContact")
    public record Contact(String phone, @Schema(description = "想说的事,最多 500 字") String note) {}

    @Schema(name = "BookingId")
    public record Id(UUID id) {}

    @Schema(name = "Booking")
    public record Booked(
            UUID id, UUID bookable, String name, String place, String service, String serviceName, String mode, Instant start,
            Instant end, String status, @Schema(description = "保留到什么时候,只在 HELD 时有") Instant heldUntil, Instant changeUntil) {
        static Booked of(BookingView it) {
            return new Booked(
                    it.id(), it.bookable(), it.bookableName(), it.place(), it.serviceCode(), it.service(), it.mode().name(),
                    it.start(), it.end(), it.status().name(), it.heldUntil(), it.changeUntil());
        }
    }

    @Schema(name = "BookingWait")
    public record Waiting(
            UUID id, String name, String service, LocalDate from, LocalDate to, String status,
            @Schema(description = "前面还有几位") int before, @Schema(description = "给您保留的预约,没有则为空") UUID booking) {
        static Waiting of(WaitView it) {
            return new Waiting(
                    it.id(), it.bookableName(), it.service(), it.from(), it.to(), it.status(), it.before(), it.booking());
        }
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    private static Mode modeOf(String typed) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput("mode", Messages.get("booking.refusal.noMode")));
    }
}
