package cn.shiyu.moralbank.ledger;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** 预扣: pending, then posted or voided, once. */
@ApplicationScoped
class Holds {

    private static final String ADD = """
            insert into bank_hold (tenant_id, hold_id, to_account, points, until) values ($1, $2, $3, $4, $5)""";
    private static final String FIND = """
            select to_account, points, until, state, captured from bank_hold where tenant_id = $1 and hold_id = $2""";
    private static final String LOCK = FIND + " for no key update";
    private static final String END = """
            update bank_hold set state = $3, captured = $4, ended_at = $5 where tenant_id = $1 and hold_id = $2""";

    @Inject
    Accounts accounts;

    @Inject
    Bookkeeper bookkeeper;

    Uni<Held> hold(
            SqlConnection connection, Caller by, String key, UUID from, UUID to, long points, Instant until, String reason, Source source) {
        Statements sql = Statements.on(connection);
        return accounts.only(connection, by.tenant(), AccountKind.HELD)
                .call(held -> between(sql, by.tenant(), from, to))
                .chain(held -> bookkeeper.putAside(
                        sql, by, new Transfer(key, TransferKind.HOLD, from, to, points, null, reason, source, 0), held))
                .call(receipt -> receipt.replayed()
                        ? Uni.createFrom().item(0)
                        : sql.update(ADD, by.tenant().value(), receipt.transfer(), to, points, until))
                .chain(receipt -> sql.first(FIND, by.tenant().value(), receipt.transfer())
                        .map(line -> held(receipt.transfer(), line.orElseThrow(), receipt.replayed())));
    }

    private static Uni<Void> between(Statements sql, TenantId tenant, UUID from, UUID to) {
        return Books.kind(sql, tenant, from).chain(giver -> Books.kind(sql, tenant, to).invoke(receiver -> {
            if (!TransferKind.HOLD.mayGive(giver) || !TransferKind.CAPTURE.mayReceive(receiver)) {
                throw new IllegalArgumentException("no hold from " + giver + " for " + receiver);
            }
        })).replaceWithVoid();
    }

    Uni<Receipt> capture(Statements sql, Caller by, String key, UUID hold, long points) {
        return sql.first(LOCK, by.tenant().value(), hold).map(found -> found.orElseThrow(Refusal::notFound)).chain(line -> {
            Held held = held(hold, line, false);
            if (points < 1 || points > held.points()) {
                throw new IllegalArgumentException("a hold of " + held.points() + " cannot give " + points);
            }
            return accounts(sql, by.tenant(), hold).chain(source -> {
                Transfer through = new Transfer(
                        key, TransferKind.CAPTURE, hold, held.to(), points, null, source.reason(), source.source(), 0);
                if (!pending(held)) {
                    return ended(sql, by.tenant(), through);
                }
                List<Posting> postings = List.of(
                        Posting.of(source.heldAccount(), -points), Posting.of(held.to(), points));
                return bookkeeper.write(sql, by, bookkeeper.now(), through, postings, List.of(), null, hold)
                        .call(receipt -> receipt.replayed()
                                ? Uni.createFrom().voidItem()
                                : end(sql, by.tenant(), hold, HoldState.POSTED, points)
                                        .chain(() -> giveBack(sql, by, key + ":rest", hold, source, held.points() - points)));
            });
        });
    }

    Uni<Receipt> release(Statements sql, Caller by, String key, UUID hold) {
        return sql.first(LOCK, by.tenant().value(), hold).map(found -> found.orElseThrow(Refusal::notFound)).chain(line -> {
            Held held = held(hold, line, false);
            return accounts(sql, by.tenant(), hold).chain(source -> held.state() == HoldState.PENDING
                    ? end(sql, by.tenant(), hold, HoldState.VOIDED, 0)
                            .chain(() -> giveBack(sql, by, key, hold, source, held.points()))
                    : ended(sql, by.tenant(), back(key, hold, source, held.points())));
        });
    }

    private boolean pending(Held held) {
        return held.state() == HoldState.PENDING && held.until().isAfter(bookkeeper.now());
    }

    private static Uni<Receipt> ended(Statements sql, TenantId tenant, Transfer again) {
        return Books.earlier(sql, tenant, again).map(earlier -> earlier.orElseThrow(LedgerRefusals::holdEnded));
    }

    /** What lasts longest goes back first: what went through was the first to expire. */
    private Uni<Receipt> giveBack(Statements sql, Caller by, String key, UUID hold, Aside aside, long points) {
        if (points == 0) {
            return Uni.createFrom().nullItem();
        }
        return Books.ofHold(sql, by.tenant(), hold).call(taken -> Books.lockLots(sql, by.tenant(), taken)).chain(taken -> {
            List<Books.Booked> latest = new ArrayList<>(taken);
            Collections.reverse(latest);
            List<Posting> postings = new ArrayList<>(List.of(Posting.of(aside.heldAccount(), -points)));
            long missing = points;
            for (Books.Booked one : latest) {
                long part = Math.min(one.points(), missing);
                if (part > 0) {
                    postings.add(Posting.of(one.lot(), part));
                    missing -= part;
                }
            }
            return bookkeeper.write(
                    sql, by, bookkeeper.now(), back(key, hold, aside, points), postings, List.of(), null, hold);
        });
    }

    /** A key stands for this hold and no other: it is what the request is about. */
    private static Transfer back(String key, UUID hold, Aside aside, long points) {
        return new Transfer(key, TransferKind.RELEASE, hold, null, points, null, aside.reason(), aside.source(), 0);
    }

    private Uni<Integer> end(Statements sql, TenantId tenant, UUID hold, HoldState state, long captured) {
        return sql.update(END, tenant.value(), hold, state.name(), captured, bookkeeper.now());
    }

    /** @param heldAccount where the points lie meanwhile */
    record Aside(UUID heldAccount, String reason, Source source) {}

    private static Uni<Aside> accounts(Statements sql, TenantId tenant, UUID hold) {
        return Books.find(sql, tenant, hold).chain(line -> Books.postings(sql, tenant, hold)
                .map(postings -> new Aside(
                        postings.stream().filter(one -> one.kind() == AccountKind.HELD).findFirst().orElseThrow().account(),
                        line.orElseThrow().text(1), new Source(line.get().text(2), line.get().text(3)))));
    }

    private static Held held(UUID hold, Line line, boolean replayed) {
        return new Held(
                hold, line.uuid(0), line.bigNumber(1), line.instant(2), HoldState.valueOf(line.text(3)), line.bigNumber(4), replayed);
    }
}
