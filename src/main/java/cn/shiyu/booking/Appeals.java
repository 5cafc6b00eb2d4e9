package cn.shiyu.booking;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table {@code no_show_appeal}; words are sealed. */
@ApplicationScoped
class Appeals {

    private static final String ADD = """
            insert into no_show_appeal (tenant_id, booking_id, status, words_sealed, made_at) values ($1, $2, 'OPEN', $3, $4)
            on conflict do nothing""";
    private static final String SETTLE = """
            update no_show_appeal set status = $3, reason_sealed = $4, decided_at = $5, decided_by = $6
            where tenant_id = $1 and booking_id = $2 and status = 'OPEN'""";
    private static final String FIND = """
            select booking_id, status, words_sealed, made_at, reason_sealed, decided_at
            from no_show_appeal where tenant_id = $1 and booking_id = $2""";

    @Inject
    Sealer sealer;

    /** @return whether it is the first of this booking */
    Uni<Boolean> add(Statements sql, TenantId tenant, UUID booking, String words, Instant at) {
        byte[] sealed = sealer.seal(tenant, Purpose.CONFIDENCE, booking + ":appeal", words);
        return sql.update(ADD, tenant.value(), booking, sealed, at).map(rows -> rows == 1);
    }

    /** @param reason or null @return whether there was one to decide */
    Uni<Boolean> settle(Statements sql, TenantId tenant, UUID booking, AppealStatus as, String reason, String by, Instant at) {
        byte[] sealed = reason == null ? null : sealer.seal(tenant, Purpose.CONFIDENCE, booking + ":reason", reason);
        return sql.update(SETTLE, tenant.value(), booking, as.name(), sealed, at, by).map(rows -> rows == 1);
    }

    /** Grants the one that is open, if there is one: the no-show was taken back. */
    Uni<Void> forgiven(Statements sql, Caller staff, UUID booking, Instant at) {
        return find(sql, staff.tenant(), booking)
                .map(found -> found.flatMap(one -> AppealTransitions.after(AppealTransitions.Action.FORGIVE, one.status())))
                .chain(as -> as.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : settle(sql, staff.tenant(), booking, as.get(), null, staff.id(), at).replaceWithVoid());
    }

    Uni<Optional<AppealView>> find(Statements sql, TenantId tenant, UUID booking) {
        return sql.first(FIND, tenant.value(), booking).map(found -> found.map(line -> view(tenant, line)));
    }

    private AppealView view(TenantId tenant, Line line) {
        UUID booking = line.uuid(0);
        return new AppealView(
                booking, AppealStatus.valueOf(line.text(1)),
                sealer.openText(tenant, Purpose.CONFIDENCE, booking + ":appeal", line.bytes(2)), line.instant(3),
                line.missing(4) ? null : sealer.openText(tenant, Purpose.CONFIDENCE, booking + ":reason", line.bytes(4)),
                line.missing(5) ? null : line.instant(5));
    }
}
