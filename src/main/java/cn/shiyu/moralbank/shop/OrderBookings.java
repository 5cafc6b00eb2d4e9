package cn.shiyu.moralbank.shop;

import cn.shiyu.booking.BookingStatus;
import cn.shiyu.booking.BookingWatcher;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * What is done to an order's booking elsewhere: it stays with its shop and before the order lapses, and whoever ordered hears when its
 * time is gone. Only reads the order: its row is always locked before the bookable's, never after.
 */
@ApplicationScoped
class OrderBookings implements BookingWatcher {

    @Inject
    MemberQueries members;

    @Inject
    Notices notices;

    @Inject
    OrderBook book;

    @Override
    public String type() {
        return Visit.SUBJECT;
    }

    @Override
    public String address(UUID order) {
        return "/bank/orders/" + order;
    }

    @Override
    public Uni<Void> changed(SqlConnection connection, TenantId tenant, UUID subject, Change change) {
        return Orders.find(Statements.on(connection), tenant, subject).chain(found -> found
                .map(order -> changed(connection, tenant, order, change))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> changed(SqlConnection connection, TenantId tenant, Order order, Change change) {
        if (!change.off()) {
            stays(order, change);
            return Uni.createFrom().voidItem();
        }
        return change.status() == BookingStatus.CANCELLED && order.state() == OrderState.PLACED
                ? tell(connection, tenant, order)
                : Uni.createFrom().voidItem();
    }

    private static void stays(Order order, Change change) {
        if (!change.bookable().equals(order.visit().bookable())) {
            throw ShopRefusals.field("bookable", "otherShop");
        }
        OrderTimes.inTime(order, change.end());
    }

    private Uni<Void> tell(SqlConnection connection, TenantId tenant, Order order) {
        return members.holding(connection, tenant, order.account()).chain(member -> member.isEmpty()
                ? Uni.createFrom().voidItem()
                : notices.tell(
                        Statements.on(connection), tenant, member.get().resident(), Messages.get("catalogue.notice.timeOff", order.name()),
                        address(order.id()), book.now()));
    }
}
