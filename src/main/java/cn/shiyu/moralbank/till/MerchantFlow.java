package cn.shiyu.moralbank.till;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Accounts;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.redis.RateLimiter;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Shops join, pause and end, at the desk of the bank's clerk; their people bind themselves by a code from there. */
@ApplicationScoped
public class MerchantFlow {

    /** A refund may outrun a settlement by as much; it is made up for by what comes next. */
    static final long FLOOR = -100_000;

    static final Duration BIND_LASTS = Duration.ofHours(24);

    private static final String USE = "bind";
    private static final int LONGEST = 60;
    private static final int TRIES_AN_HOUR = 10;
    private static final String ADD = """
            insert into bank_merchant (tenant_id, merchant_id, name, address, region, account_id, made_by, made_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing""";
    private static final String MOVE = """
            update bank_merchant set state = $3 where tenant_id = $1 and merchant_id = $2 and state <> 'ENDED' and state <> $3""";
    private static final String CODE = """
            insert into bank_bind_code (tenant_id, merchant_id, digest, until) values ($1, $2, $3, $4)
            on conflict (tenant_id, merchant_id) do update set digest = excluded.digest, until = excluded.until""";
    private static final String TAKE =
            "delete from bank_bind_code where tenant_id = $1 and digest = $2 and until > $3 returning merchant_id";
    private static final String BIND = """
            insert into bank_merchant_clerk (tenant_id, merchant_id, resident_id, bound_at) values ($1, $2, $3, $4)
            on conflict (tenant_id, resident_id) do nothing""";
    private static final String UNBIND = "delete from bank_merchant_clerk where tenant_id = $1 and resident_id = $2";
    private static final String UNBIND_ALL = "delete from bank_merchant_clerk where tenant_id = $1 and merchant_id = $2";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    @Inject
    Accounts accounts;

    @Inject
    MerchantQueries merchants;

    @Inject
    Digits digits;

    @Inject
    RateLimiter limiter;

    @Inject
    Clock clock;

    /** @throws Refusal 422 {@code name}, {@code address}, {@code region}; 409 {@code name-taken} */
    public Uni<UUID> add(Caller clerk, String name, String address, String region) {
        MerchantQueries.onlyClerk(clerk);
        String called = text(name);
        String place = text(address);
        check(clerk.tenant(), called, place, region);
        return sql.inTx(clerk.tenant(), connection -> add(connection, clerk, called, place, region))
                .map(added -> {
                    if (added == null) {
                        throw TillRefusals.conflict("name-taken", "nameTaken");
                    }
                    return added;
                });
    }

    /** @return null where a shop of that name is there */
    Uni<UUID> add(SqlConnection connection, Caller by, String name, String address, String region) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return accounts.open(connection, by.tenant(), AccountKind.MERCHANT, FLOOR)
                .chain(account -> Statements.on(connection)
                        .update(ADD, by.tenant().value(), id, name, address, region, account, by.id(), clock.instant()))
                .map(added -> added == 1 ? id : null);
    }

    private void check(TenantId tenant, String name, String address, String region) {
        List<FieldError> faults = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST) {
            faults.add(new FieldError("name", Messages.get("till.refusal.name", LONGEST)));
        }
        if (address.isEmpty() || address.length() > LONGEST) {
            faults.add(new FieldError("address", Messages.get("till.refusal.address", LONGEST)));
        }
        if (regions.of(cities.byId(tenant)).find(region == null ? "" : region).isEmpty()) {
            faults.add(new FieldError("region", Messages.get("till.refusal.region")));
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
    }

    /** Pauses, goes on, or ends for ever: then nobody stands at its till any more. @throws Refusal 404, 409 {@code wrong-state} */
    public Uni<Void> move(Caller clerk, UUID merchant, MerchantState to) {
        MerchantQueries.onlyClerk(clerk);
        return sql.inTx(clerk.tenant(), connection -> merchants.of(connection, clerk.tenant(), merchant)
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(found -> Statements.on(connection).update(MOVE, clerk.tenant().value(), merchant, to.name()))
                .invoke(moved -> {
                    if (moved == 0) {
                        throw TillRefusals.conflict("wrong-state", "wrongState");
                    }
                })
                .chain(() -> to == MerchantState.ENDED
                        ? Statements.on(connection).update(UNBIND_ALL, clerk.tenant().value(), merchant)
                        : Uni.createFrom().item(0))
                .replaceWithVoid());
    }

    /** A code by which one person of the shop binds themselves, good for a day; the one before no longer fits. Shown once. */
    public Uni<String> bindCode(Caller clerk, UUID merchant) {
        MerchantQueries.onlyClerk(clerk);
        String drawn = digits.draw();
        return sql.inTx(clerk.tenant(), connection -> merchants.of(connection, clerk.tenant(), merchant)
                .map(found -> found.filter(one -> one.state() != MerchantState.ENDED).orElseThrow(Refusal::notFound))
                .chain(found -> Statements.on(connection).update(
                        CODE, clerk.tenant().value(), merchant, digits.digest(clerk.tenant(), USE, drawn),
                        clock.instant().plus(BIND_LASTS)))
                .replaceWith(drawn));
    }

    /** @throws Refusal 422 {@code bind}, 409 {@code bound-already}, 429 */
    public Uni<Void> bind(Caller resident, String code) {
        TenantId tenant = resident.tenant();
        return limiter.admit(tenant, "bank-bind", resident.id(), TRIES_AN_HOUR, Duration.ofHours(1))
                .chain(() -> sql.inTx(tenant, connection -> Statements.on(connection)
                        .first(TAKE, tenant.value(), digits.digest(tenant, USE, code), clock.instant())
                        .map(found -> found.orElseThrow(() -> TillRefusals.field("bind", "bind")).uuid(0))
                        .chain(merchant -> bind(connection, tenant, merchant, UUID.fromString(resident.id())))
                        .invoke(bound -> {
                            if (bound == 0) {
                                throw TillRefusals.conflict("bound-already", "boundAlready");
                            }
                        })
                        .replaceWithVoid()));
    }

    Uni<Integer> bind(SqlConnection connection, TenantId tenant, UUID merchant, UUID resident) {
        return Statements.on(connection).update(BIND, tenant.value(), merchant, resident, clock.instant());
    }

    /** Leaves the till one stands at; nothing happens to who stands at none. */
    public Uni<Void> unbind(Caller resident) {
        return sql.inTx(resident.tenant(), connection -> Statements.on(connection)
                        .update(UNBIND, resident.tenant().value(), UUID.fromString(resident.id())))
                .replaceWithVoid();
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
