package cn.shiyu.moralbank.honour;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table of consents. */
final class ConsentRows {

    /** Version of the text. */
    private static final int TEXT = 1;

    private static final String OF = """
            select book, boards, naming, pen_sealed from bank_honour_consent where tenant_id = $1 and account_id = $2""";
    private static final String GIVE = """
            insert into bank_honour_consent (tenant_id, resident_id, account_id, book, boards, naming, pen_sealed, consent, given_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (tenant_id, resident_id) do update set book = excluded.book, boards = excluded.boards,
              naming = excluded.naming, pen_sealed = excluded.pen_sealed, consent = excluded.consent, given_at = excluded.given_at""";
    private static final String WITHDRAW = "delete from bank_honour_consent where tenant_id = $1 and account_id = $2";

    private ConsentRows() {}

    static Uni<Optional<Line>> of(Statements on, TenantId tenant, UUID account) {
        return on.first(OF, tenant.value(), account);
    }

    static Uni<Void> give(Statements on, TenantId tenant, UUID resident, UUID account, Consent it, byte[] pen, Instant at) {
        return on.update(GIVE, tenant.value(), resident, account, it.book(), it.boards(), it.naming().name(), pen, TEXT, at)
                .replaceWithVoid();
    }

    static Uni<Void> withdraw(Statements on, TenantId tenant, UUID account) {
        return on.update(WITHDRAW, tenant.value(), account).replaceWithVoid();
    }
}
