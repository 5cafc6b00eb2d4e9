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
            return write(sql, by, transfer, List.of(Posting.of(transfer.from(), -transfer.points())), to);
        }
        return Books.lockLots(sql, by.tenant(), transfer.from()).chain(lots -> {
            Optional<List<Posting>> picks = LotPicks.of(usable(by.tenant(), transfer.kind(), lots), transfer.points());
            return picks.isPresent()
                    ? write(sql, by, transfer, picks.get(), to)
                    // A repeat may find nothing left because the first one took it.
                    : Books.earlier(sql, by.tenant(), transfer).map(earlier -> earlier.orElseThrow(LedgerRefusals::notEnough));
        });
    }

    /** Who leaves leaves everything behind; for all else a lot counts until its last day is over. */
    private List<Lot> usable(TenantId tenant, TransferKind kind, List<Lot> lots) {
        LocalDate today = day(tenant, now());
        return kind == TransferKind.FORFEIT ? lots : lots.stream().filter(lot -> lot.spendable(today)).toList();
    }

    private Uni<Receipt> write(Statements sql, Caller by, Transfer transfer, List<Posting> given, AccountKind to) {
        List<Posting> postings = new ArrayList<>(given);
        List<Lot> made = new ArrayList<>();
        if (to.inLots()) {
            given.forEach(posting -> made.add(received(transfer, posting)));
            made.forEach(lot -> postings.add(Posting.of(lot, lot.remaining())));
        } else {
            postings.add(Posting.of(transfer.to(), transfer.points()));
        }
        return write(sql, by, transfer, postings, made, null, null);
    }

    private static Lot received(Transfer transfer, Posting given) {
        boolean fresh = given.lot() == null;
        return new Lot(
                UuidCreator.getTimeOrderedEpoch(), transfer.to(), fresh ? transfer.from() : given.lot().budget(),
                fresh ? transfer.expires() : given.lot().expires(), -given.points());
    }

    /** Writes what is decided; a key that came before answers with what it brought about. */
    Uni<Receipt> write(
            Statements sql, Caller by, Transfer transfer, List<Posting> postings, List<Lot> made, UUID reverses, UUID endsHold) {
        Instant now = now();
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
                .chain(expiry -> Books.lockLots(sql, by.tenant(), lot.account()).chain(lots -> lots.stream()
                        .filter(one -> one.id().equals(lot.id()) && !one.spendable(day(by.tenant(), now())))
                        .findFirst()
                        .map(one -> write(sql, by, expired(one, expiry), List.of(Posting.of(one, -one.remaining()),
                                        Posting.of(expiry, one.remaining())), List.of(), null, null)
                                .map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    /** A lot may run out twice: points of a refund can come back to it on its last day. */
    private static Transfer expired(Lot lot, UUID expiry) {
        String key = "expire:" + lot.id() + ":" + UuidCreator.getTimeOrderedEpoch();
        return new Transfer(
                key, TransferKind.EXPIRE, lot.account(), expiry, lot.remaining(), null, "expired",
                new Source("lot", lot.id().toString()), 0);
    }

    LocalDate today(TenantId tenant) {
        return day(tenant, now());
    }

    private LocalDate day(TenantId tenant, Instant at) {
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
