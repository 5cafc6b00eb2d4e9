package cn.shiyu.legal.referral;

import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Disputes one has sent or been sent. */
@ApplicationScoped
public class ReferralQueries {

    private static final int PAGE = 20;
    private static final UUID LAST = new UUID(-1L, -1L);

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Referrals referrals;

    /** Newest first. @param after id of the last one of the page before, or null @throws Refusal 403 for other posts */
    public Uni<Page<Referral>> page(Caller caller, String after) {
        if (!isOneOfThem(caller)) {
            throw ReferralFlow.notYours();
        }
        City city = cities.byId(caller.tenant());
        return sql.inTx(city.id(), connection -> referrals
                .of(Statements.on(connection), city.id(), caller.id(), before(after), PAGE + 1)
                .map(rows -> {
                    List<Referral> items = rows.stream()
                            .limit(PAGE)
                            .map(row -> referrals.opened(city, row, caller.id(), false))
                            .toList();
                    return new Page<>(items, rows.size() > PAGE ? items.get(PAGE - 1).id().toString() : null);
                }));
    }

    public static boolean isOneOfThem(Caller caller) {
        return caller.isStaff() && (caller.holds(Role.GRID_WORKER) || caller.holds(Role.LEGAL_ADVISOR));
    }

    /** @throws Refusal 404 for everybody but the two */
    public Uni<Referral> one(Caller caller, UUID id) {
        City city = cities.byId(caller.tenant());
        return sql.inTx(city.id(), connection -> referrals.lock(Statements.on(connection), city.id(), id)
                .map(found -> found.filter(row -> ReferralFlow.concerns(caller, row)).orElseThrow(Refusal::notFound))
                .map(row -> referrals.opened(city, row, caller.id(), true)));
    }

    private static UUID before(String after) {
        try {
            return after == null || after.isBlank() ? LAST : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
