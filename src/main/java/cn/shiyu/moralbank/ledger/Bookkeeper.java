package cn.shiyu.moralbank.ledger;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Turns a transfer into postings: which lots give, which lots are made. */
@ApplicationScoped
class Bookkeeper {

    @Inject
    Accounts accounts;

    @Inject
    Calendars calendars;

    @Inject
    CityDirectory cities;

    @Inject
    Clock clock;

    Uni<Receipt> book(Statements sql, Caller by, Transfer transfer, AccountKind from, AccountKind to) {
        if (!from.inLots()) {
            return write(sql, by, now(), transfer, List.of(Posting.of(transfer.from(), -transfer.points())), to);
        }
        return given(sql, by, transfer, (now, given) -> write(sql, by, now, transfer, given, to));
    }

    /** Puts points aside. @param hold its {@code to} is whom they are meant for, and not yet who receives them */
    Uni<Receipt> putAside(Statements sql, Caller by, Transfer hold, UUID held) {
        return given(sql, by, hold, (now, given) -> {
            List<Posting> postings = new ArrayList<>(given);
            postings.add(Posting.of(held, hold.points()));
            return write(sql, by, now, hold, postings, List.of(), null, null);
        });
    }

    private Uni<Receipt> given(
            Statements sql, Caller by, Transfer transfer, BiFunction<Instant, List<Posting>, Uni<Receipt>> write) {
        return Books.lockLots(sql, by.tenant(), transfer.from()).chain(lots -> {
            // One moment for both: what is spent today is booked today.
            Instant now = now();
            Optional<List<Posting>> picks =
                    LotPicks.of(usable(day(by.tenant(), now), transfer.kind(), lots), transfer.points());
            return picks.isPresent()
                    ? write.apply(now, picks.get())
                    // A repeat may find nothing left because the first one took it.
                    : Books.earlier(sql, by.tenant(), transfer).map(earlier -> earlier.orElseThrow(LedgerRefusals::notEnough));
        });
    }

    /** Who leaves leaves everything behind; for all else a lot counts until its last day is over. */
    private static List<Lot> usable(LocalDate today, TransferKind kind, List<Lot> lots) {
        return kind == TransferKind.FORFEIT ? lots : lots.stream().filter(lot -> lot.spendable(today)).toList();
    }

    private Uni<Receipt> write(
            Statements sql, Caller by, Instant now, Transfer transfer, List<Posting> given, AccountKind to) {
        List<Posting> postings = new ArrayList<>(given);
        List<Lot> made = new ArrayList<>();
        if (to.inLots()) {
            given.forEach(posting -> made.add(received(transfer, posting)));
            made.forEach(lot -> postings.add(Posting.of(lot, lot.remaining())));
        } else {
            postings.add(Posting.of(transfer.to(), transfer.points()));
        }
        return write(sql, by, now, transfer, postings, made, null, null);
    }

    private static Lot received(Transfer transfer, Posting given) {
        boolean fresh = given.lot() == null;
        return new Lot(
                UuidCreator.getTimeOrderedEpoch(), transfer.to(), fresh ? transfer.from() : given.lot().budget(),
                fresh ? transfer.expires() : given.lot().expires(), -given.points());
    }

    /** Writes what is decided; a key that came before answers with what it brought about. */
    Uni<Receipt> write(
            Statements sql, Caller by, Instant now, Transfer transfer, List<Posting> postings, List<Lot> made, UUID reverses,
            UUID endsHold) {
        Entry entry = new Entry(
                UuidCreator.getTimeOrderedEpoch(), transfer, who(by), day(by.tenant(), now), now, List.copyOf(postings),
                List.copyOf(made), reverses, endsHold);
        return LedgerRefusals.spoken(Books.write(sql, by.tenant(), entry)).chain(written -> written
                ? Uni.createFrom().item(entry.receipt(false))
                : Books.earlier(sql, by.tenant(), transfer).map(Optional::orElseThrow));
    }

    Uni<Optional<Receipt>> expire(SqlConnection connection, Caller by, Lot lot) {
        Statements sql = Statements.on(connection);
        return accounts.only(connection, by.tenant(), AccountKind.EXPIRY)
                .chain(expiry -> Books.lockLots(sql, by.tenant(), lot.account()).chain(lots -> {
                    Instant now = now();
                    return lots.stream()
                            .filter(one -> one.id().equals(lot.id()) && !one.spendable(day(by.tenant(), now)))
                            .findFirst()
                            .map(one -> write(sql, by, now, expired(one, expiry), List.of(Posting.of(one, -one.remaining()),
                                            Posting.of(expiry, one.remaining())), List.of(), null, null)
                                    .map(Optional::of))
                            .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
                }));
    }

    /** A lot may run out twice: points of a refund can come back to it on its last day. */
    private static Transfer expired(Lot lot, UUID expiry) {
        String key = "expire:" + lot.id() + ":" + UuidCreator.getTimeOrderedEpoch();
        return new Transfer(
                key, TransferKind.EXPIRE, lot.account(), expiry, lot.remaining(), null, "expired",
                new Source("lot", lot.id().toString()), 0);
    }

    LocalDate day(TenantId tenant, Instant at) {
        return calendars.of(cities.byId(tenant)).date(at);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Residents are in the books by their kind alone. */
    private static String who(Caller by) {
        String kind = by.kind().name().toLowerCase(Locale.ROOT);
        return by.isResident() ? kind : kind + ":" + by.id();
    }
}
