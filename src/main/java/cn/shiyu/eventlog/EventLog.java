package cn.shiyu.eventlog;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Appends facts to a stream, in the transaction of the state they explain. Appends to one stream wait for each other;
 * streams do not disturb one another.
 */
@ApplicationScoped
public class EventLog {

    /**
     * @param unit code of the unit for which a member of staff acts, null for everyone else
     * @param at when it happened, UTC; kept to the microsecond
     * @return the facts as they now stand in the log, in order
     * @throws Refusal 409 {@code stale-version} when somebody else started the same stream at the same moment
     */
    public Uni<List<StoredEvent>> append(
            Mutiny.Session session, Caller caller, String unit, StreamId stream, List<NewEvent> facts, Instant at) {
        return append(Statements.on(session), caller, unit, stream, facts, at);
    }

    /** The same over the plain client, for imports and other bulk work. */
    public Uni<List<StoredEvent>> append(
            SqlConnection connection, Caller caller, String unit, StreamId stream, List<NewEvent> facts, Instant at) {
        return append(Statements.on(connection), caller, unit, stream, facts, at);
    }

    /**
     * Begins many new streams at once, in two statements, whatever their number: for bringing in the past.
     *
     * @throws io.vertx.pgclient.PgException when one of the streams is there already
     */
    public Uni<Void> begin(SqlConnection connection, List<Opening> openings) {
        List<List<Entry>> streams = openings.stream().map(Opening::entries).toList();
        Statements sql = Statements.on(connection);
        // Sent together, kept in order by the connection.
        return Uni.combine()
                .all()
                .unis(
                        sql.batch(EventSql.NEW_HEAD, streams.stream().map(EventLog::head).toList()),
                        sql.batch(
                                EventSql.INSERT,
                                streams.stream().flatMap(List::stream).map(Entry::columns).toList()))
                .discardItems();
    }

    private static Object[] head(List<Entry> stream) {
        Entry last = stream.get(stream.size() - 1);
        return new Object[] {last.tenant().value(), last.stream().id(), last.stream().type(), last.seq(), last.hash()};
    }

    private Uni<List<StoredEvent>> append(
            Statements sql, Caller caller, String unit, StreamId stream, List<NewEvent> facts, Instant at) {
        if (facts.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return lockHead(sql, caller.tenant(), stream)
                .chain(head -> write(sql, head, head.extend(caller, unit, facts, at)))
                .map(entries -> entries.stream().map(Entry::view).toList());
    }

    private Uni<Head> lockHead(Statements sql, TenantId tenant, StreamId stream) {
        return sql.first(EventSql.LOCK_HEAD, tenant.value(), stream.id(), stream.type())
                .map(found -> found.map(line -> new Head(tenant, stream, line.number(0), line.bytes(1)))
                        .orElseGet(() -> Head.ofNew(tenant, stream)));
    }

    private Uni<List<Entry>> write(Statements sql, Head from, List<Entry> entries) {
        // The head first: whoever loses the race to start a stream learns it there, before any entry collides.
        Uni<Integer> head = moveHead(sql, from, entries.get(entries.size() - 1)).invoke(EventLog::refuseIfOvertaken);
        Uni<Void> written = sql.batch(EventSql.INSERT, entries.stream().map(Entry::columns).toList());
        return Uni.combine().all().unis(head, written).discardItems().replaceWith(entries);
    }

    private Uni<Integer> moveHead(Statements sql, Head from, Entry last) {
        String tenant = from.tenant().value();
        StreamId stream = from.stream();
        return from.isNew()
                ? sql.update(EventSql.START_HEAD, tenant, stream.id(), stream.type(), last.seq(), last.hash())
                : sql.update(
                        EventSql.MOVE_HEAD, tenant, stream.id(), stream.type(), last.seq(), last.hash(), from.seq());
    }

    private static void refuseIfOvertaken(int headsMoved) {
        if (headsMoved != 1) {
            throw Refusal.staleVersion();
        }
    }
}
