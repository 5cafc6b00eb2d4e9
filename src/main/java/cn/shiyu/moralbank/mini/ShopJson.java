package cn.shiyu.moralbank.mini;

import cn.shiyu.booking.BookingStatus;
import cn.shiyu.booking.Slot;
import cn.shiyu.booking.SubjectBooking;
import cn.shiyu.moralbank.shop.FetchCode;
import cn.shiyu.moralbank.shop.OfferKind;
import cn.shiyu.moralbank.shop.OrderState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the contract tells of offers and orders. */
final class ShopJson {

    private ShopJson() {}

    @Schema(name = "BankOffer")
    public record Offer(
            UUID id, String name, String details, OfferKind kind, @Schema(description = "商家名称") String shop, String address,
            @Schema(description = "哪里的居民可以兑换") String region, long points, @Schema(description = "还剩几份") int stock,
            @Schema(description = "每人最多几份") int perPerson, @Schema(description = "几天内领取") int days,
            @Schema(description = "下单后要选时间") boolean booked) {
        static Offer of(cn.shiyu.moralbank.shop.Offer it) {
            return new Offer(
                    it.id(), it.name(), it.details(), it.kind(), it.shop(), it.address(), it.region(), it.points(), it.stock(),
                    it.perPerson(), it.days(), it.visit() != null);
        }
    }

    @Schema(name = "BankOrderWish")
    public record Wish(@Schema(description = "兑换项目") UUID offer) {}

    @Schema(name = "BankOrder")
    public record Order(
            UUID id, UUID offer, String name, @Schema(description = "商家名称") String shop, String address, long points, OrderState state,
            Instant placedAt, @Schema(description = "到这时没有领取就自动取消") Instant until, Instant fetchedAt, Instant endedAt,
            @Schema(description = "还要选时间,或约好的时间被取消、要重选") boolean timeless, @Schema(description = "约好的时间") Visit visit) {
        static Order of(cn.shiyu.moralbank.shop.Order it) {
            return new Order(
                    it.id(), it.offer(), it.name(), it.shop(), it.address(), it.points(), it.state(), it.placedAt(), it.until(),
                    it.fetchedAt(), it.endedAt(), it.isTimeless(), Visit.of(it.time()));
        }
    }

    /** Null where no time is chosen. */
    @Schema(name = "BankOrderVisit")
    public record Visit(@Schema(description = "预约的编号") UUID booking, Instant start, Instant end, BookingStatus status) {
        static Visit of(SubjectBooking it) {
            return it == null ? null : new Visit(it.booking(), it.start(), it.end(), it.status());
        }
    }

    @Schema(name = "BankOrderTime")
    public record Time(Instant start, Instant end, @Schema(description = "还可约几单") int left) {
        static Time of(Slot it) {
            return new Time(it.start(), it.end(), it.left());
        }
    }

    @Schema(name = "BankOrderTimeWish")
    public record Chosen(@Schema(description = "可约时间的开始") Instant start) {}

    @Schema(name = "BankOrderCode")
    public record Code(
            @Schema(description = "8 位数字,只在这里出现一次") String code, @Schema(description = "到这时失效") Instant until) {
        static Code of(FetchCode it) {
            return new Code(it.digits(), it.until());
        }
    }

    @Schema(name = "BankFetch")
    public record Fetch(@Schema(description = "顾客的领取码") String code) {}
}
