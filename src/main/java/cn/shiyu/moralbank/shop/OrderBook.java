package cn.shiyu.moralbank.shop;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What every step of an order leaves behind: an event, and a notice for whoever ordered. */
@ApplicationScoped
class OrderBook {

    /** Of holds and transfers in the books. */
    static final String SOURCE = "order";

    /** Code of the transfers' reason. */
    static final String REASON = "catalogue.reason";

    private static final String STREAM = "bank-order";

    @Inject
    EventLog log;

    @Inject
    Notices notices;

    @Inject
    MemberQueries members;

    @Inject
    Clock clock;

    Uni<Void> placed(SqlConnection connection, Caller by, UUID id, Offer offer, Instant at) {
        return happened(connection, by, id, "OrderPlaced", Map.of("offer", offer.id().toString(), "points", offer.points()), at);
    }

    /** Ended or fetched: told to whoever ordered, as long as they are a member. */
    Uni<Void> moved(SqlConnection connection, Caller by, Order order, OrderState to, Instant at) {
        String type = "Order" + to.name().charAt(0) + to.name().substring(1).toLowerCase(java.util.Locale.ROOT);
        return happened(connection, by, order.id(), type, Map.of(), at)
                .chain(() -> members.holding(connection, by.tenant(), order.account()))
                .chain(member -> member.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tell(connection, by.tenant(), member.get().resident(), order, to, at));
    }

    private Uni<Void> tell(SqlConnection connection, TenantId tenant, UUID resident, Order order, OrderState to, Instant at) {
        String words = Messages.get("catalogue.notice." + to, order.name(), order.shop(), order.points());
        return notices.tell(Statements.on(connection), tenant, resident, words, "/bank/orders/" + order.id(), at);
    }

    private Uni<Void> happened(SqlConnection connection, Caller by, UUID id, String type, Map<String, Object> facts, Instant at) {
        return log.append(connection, by, null, new StreamId(STREAM, id), List.of(NewEvent.of(type, facts)), at).replaceWithVoid();
    }

    static Source source(UUID order) {
        return new Source(SOURCE, order.toString());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
