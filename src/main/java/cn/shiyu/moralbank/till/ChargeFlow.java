package cn.shiyu.moralbank.till;

import cn.shiyu.eventlog.EventLog;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.eventlog.StreamId;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.idempotency.Idempotency;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A shop takes a payment: authorised while the customer's code is good, captured then or hours later, given back within days. Whoever
 * asks twice is told so and nothing is done twice: shops have bad networks.
 */
@ApplicationScoped
public class ChargeFlow {

    /** Of holds and transfers in the books. */
    static final String SOURCE = "charge";

    static final String STREAM = "bank-charge";

    private static final int CODES = 100;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    MerchantQueries merchants;

    @Inject
    MemberQueries members;

    @Inject
    PayCodeFlow codes;

    @Inject
    PayAccounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    Idempotency idempotency;

    @Inject
    EventLog log;

    @Inject
    Notices notices;

    @Inject
    RateLimiter limiter;

    @Inject
    Clock clock;

    /**
     * Puts the customer's points aside.
     *
     * @param key made by the shop's page before it first asked; a repeat answers with the first's charge
     * @param code eight digits, as read or typed
     * @param points as typed
     * @throws Refusal 404 for who stands at no till; 422 {@code code}, {@code points}; 409 {@code not-enough-points},
     *     {@code shop-closed}, {@code own-shop}, {@code idempotency-key-reused}; 429
     */
    public Uni<Charged> authorise(Caller seller, IdempotencyKey key, String code, String points) {
        byte[] body = IdempotencyKey.digest("bank-charge", Digits.clean(code), points);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return limiter.admit(seller.tenant(), "bank-charge", seller.id(), CODES, WINDOW)
                .chain(() -> sql.inTx(seller.tenant(), connection -> shop(connection, seller)
                        .chain(shop -> idempotency.onceAs(
                                connection, seller, key, body, id.toString(),
                                () -> authorise(connection, seller, shop, id, code, points).map(charge -> new Charged(charge, false)),
                                earlier -> own(connection, seller, shop, UUID.fromString(earlier)).map(charge -> new Charged(charge, true))))));
    }

    private Uni<Charge> authorise(SqlConnection connection, Caller seller, Merchant shop, UUID id, String code, String typed) {
        long points = PayCodeFlow.points(typed, "points");
        if (shop.state() != MerchantState.ACTIVE) {
            throw TillRefusals.conflict("shop-closed", "shopClosed");
        }
        return codes.take(connection, seller.tenant(), code)
                .map(found -> found.orElseThrow(() -> TillRefusals.field("code", "code")))
                .invoke(payer -> check(seller, payer, points))
                .chain(payer -> account(connection, seller.tenant(), payer))
                .chain(account -> put(connection, seller, shop, id, account, points));
    }

    /** What the code pays from, if its owner still may. */
    private Uni<UUID> account(SqlConnection connection, TenantId tenant, PayCodeFlow.Payer payer) {
        return (payer.from() == null
                        ? members.of(connection, tenant, payer.resident()).map(found -> found.map(Member::account))
                        : accounts.may(connection, tenant, payer.resident(), payer.from()))
                .map(found -> found.orElseThrow(() -> TillRefusals.field("code", "code")));
    }

    private static void check(Caller seller, PayCodeFlow.Payer payer, long points) {
        if (payer.resident().toString().equals(seller.id())) {
            throw TillRefusals.conflict("own-shop", "ownShop");
        }
        if (points > payer.most()) {
            throw TillRefusals.field("points", "most", payer.most());
        }
    }

    private Uni<Charge> put(SqlConnection connection, Caller seller, Merchant shop, UUID id, UUID account, long points) {
        TenantId tenant = seller.tenant();
        Instant now = now();
        Instant until = now.plus(Duration.ofHours(TillSettings.of(cities.byId(tenant)).captureHours()));
        Statements on = Statements.on(connection);
        return ledger.hold(connection, seller, "charge:" + id, account, shop.account(), points, until, "till.reason", source(id))
                .chain(held -> Charges.add(on, tenant, id, shop.id(), account, points, held.hold(), now, until))
                .chain(() -> happened(connection, seller, id, "ChargeAuthorised", Map.of("merchant", shop.id().toString(), "points", points), now))
                .chain(() -> tell(connection, tenant, account, "authorised", shop.name(), points, now))
                .chain(() -> own(connection, seller, shop, id));
    }

    /** Takes what was put aside. @throws Refusal 404; 409 {@code charge-ended} when it was cancelled, ran out, or was given back */
    public Uni<Charged> capture(Caller seller, UUID id) {
        return step(seller, id, ChargeAction.CAPTURE, ChargeState.CAPTURED, at -> ledger
                .capture(at.connection(), seller, "capture:" + id, at.charge().hold(), at.charge().points())
                .chain(receipt -> Charges.captured(Statements.on(at.connection()), seller.tenant(), id, at.now(), receipt.transfer())));
    }

    /** Lets what was put aside go back. @throws Refusal 404; 409 {@code charge-ended} */
    public Uni<Charged> cancel(Caller seller, UUID id) {
        return step(seller, id, ChargeAction.CANCEL, ChargeState.VOIDED, at -> ledger
                .release(at.connection(), seller, "cancel:" + id, at.charge().hold())
                .chain(() -> Charges.ended(Statements.on(at.connection()), seller.tenant(), id, ChargeState.VOIDED, at.now())));
    }

    /** Gives all of it back. @throws Refusal 404; 409 {@code charge-ended}; 410 {@code too-late} after the city's days */
    public Uni<Charged> refund(Caller seller, UUID id) {
        return step(seller, id, ChargeAction.REFUND, ChargeState.REFUNDED, at -> {
            long days = TillSettings.of(cities.byId(seller.tenant())).refundDays();
            if (at.charge().capturedAt().plus(Duration.ofDays(days)).isBefore(at.now())) {
                throw new Refusal(410, "too-late", Messages.get("till.refusal.refundTooLate", days));
            }
            return ledger.reverse(at.connection(), seller, "refund:" + id, at.charge().transfer(), "till.reason", source(id))
                    .chain(() -> Charges.ended(Statements.on(at.connection()), seller.tenant(), id, ChargeState.REFUNDED, at.now()));
        });
    }

    /** What is still open of an account that ends is void; its holds are let go by whoever ends it. */
    public Uni<Void> voidOpen(SqlConnection connection, TenantId tenant, UUID account) {
        return Charges.voidOpen(Statements.on(connection), tenant, account, now()).replaceWithVoid();
    }

    /** What a step works with. */
    private record At(SqlConnection connection, Charge charge, Instant now) {}

    private Uni<Charged> step(
            Caller seller, UUID id, ChargeAction action, ChargeState goal, java.util.function.Function<At, Uni<Integer>> work) {
        return sql.inTx(seller.tenant(), connection -> shop(connection, seller)
                .chain(shop -> Charges.lock(Statements.on(connection), seller.tenant(), id)
                        .map(found -> found.filter(one -> one.merchant().equals(shop.id())).orElseThrow(Refusal::notFound))
                        .chain(charge -> {
                            if (charge.state() == goal) {
                                return Uni.createFrom().item(new Charged(charge, true));
                            }
                            ChargeTransitions.after(action, charge.state())
                                    .orElseThrow(() -> TillRefusals.conflict("charge-ended", "ended." + charge.state()));
                            return done(connection, seller, shop, charge, goal, work);
                        })));
    }

    private Uni<Charged> done(
            SqlConnection connection, Caller seller, Merchant shop, Charge charge, ChargeState goal,
            java.util.function.Function<At, Uni<Integer>> work) {
        Instant now = now();
        String type = "Charge" + goal.name().charAt(0) + goal.name().substring(1).toLowerCase(java.util.Locale.ROOT);
        return work.apply(new At(connection, charge, now))
                .chain(() -> happened(connection, seller, charge.id(), type, Map.of(), now))
                .chain(() -> tell(connection, seller.tenant(), charge.account(), word(goal), shop.name(), charge.points(), now))
                .chain(() -> own(connection, seller, shop, charge.id()))
                .map(after -> new Charged(after, false));
    }

    private static String word(ChargeState goal) {
        return goal.name().toLowerCase(java.util.Locale.ROOT);
    }

    private Uni<Merchant> shop(SqlConnection connection, Caller seller) {
        return merchants.ofResident(connection, seller.tenant(), UUID.fromString(seller.id()))
                .map(found -> found.orElseThrow(Refusal::notFound));
    }

    private Uni<Charge> own(SqlConnection connection, Caller seller, Merchant shop, UUID id) {
        return Charges.find(Statements.on(connection), seller.tenant(), id)
                .map(found -> found.filter(one -> one.merchant().equals(shop.id())).orElseThrow(Refusal::notFound));
    }

    Uni<Void> happened(SqlConnection connection, Caller by, UUID id, String type, Map<String, Object> facts, Instant at) {
        return log.append(connection, by, null, new StreamId(STREAM, id), List.of(NewEvent.of(type, facts)), at)
                .replaceWithVoid();
    }

    /** Everybody who pays from the account; nobody where its owner has left. @param message below {@code till.notice} */
    Uni<Void> tell(SqlConnection connection, TenantId tenant, UUID account, String message, String shop, long points, Instant at) {
        return accounts.holders(connection, tenant, account)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(holder -> notices.tell(
                        Statements.on(connection), tenant, holder.resident(),
                        Messages.get("till.notice." + message, shop, points, holder.of().whose()), "/bank/payments", at))
                .collect()
                .last()
                .replaceWithVoid();
    }

    static Source source(UUID charge) {
        return new Source(SOURCE, charge.toString());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
