package cn.shiyu.open311;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads keys: for administrators page by page, for the door by what is presented. */
@ApplicationScoped
public class PartnerKeyQueries {

    public static final int PAGE = 20;

    private static final int LONGEST = 200;

    @Inject
    TenantSql sql;

    @Inject
    PartnerKeys keys;

    /** @param after cursor of the page before, or null @throws Refusal 403 for all but administrators */
    public Uni<Page<PartnerKeyView>> page(Caller admin, String after) {
        PartnerKeyFlow.administrator(admin);
        UUID last = cursor(after);
        return sql.inTx(
                        admin.tenant(),
                        connection -> keys.page(Statements.on(connection), admin.tenant(), last, PAGE + 1))
                .map(PartnerKeyQueries::page);
    }

    private static Page<PartnerKeyView> page(List<PartnerKeyView> found) {
        List<PartnerKeyView> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page<>(
                shown, found.size() > PAGE ? shown.get(PAGE - 1).keyId().toString() : null);
    }

    private static UUID cursor(String after) {
        try {
            return after == null || after.isBlank() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.badInput("after", Messages.get("open311.fault.cursor"));
        }
    }

    /** @throws Refusal 403 for a key that is missing, wrong, revoked, or another city's */
    public Uni<Partner> holder(City city, String presented) {
        String key = presented == null ? "" : presented.strip();
        if (key.isEmpty()) {
            return Uni.createFrom().failure(forbidden("open311.fault.key.missing"));
        }
        if (key.length() > LONGEST) {
            return Uni.createFrom().failure(forbidden("open311.fault.key.wrong"));
        }
        return sql.inTx(city.id(), connection -> keys.inForce(Statements.on(connection), city.id(), key))
                .map(found -> found.orElseThrow(() -> forbidden("open311.fault.key.wrong")));
    }

    private static Refusal forbidden(String key) {
        return new Refusal(403, "api-key", Messages.get(key));
    }
}
