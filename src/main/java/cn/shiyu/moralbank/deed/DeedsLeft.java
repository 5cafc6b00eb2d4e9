package cn.shiyu.moralbank.deed;

import cn.shiyu.moralbank.member.Leaving;
import cn.shiyu.platform.files.FileFlow;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Whoever leaves the bank takes along the words and photos of what they did. What they told of somebody else stays with that
 * person, without who told it. A deed that was not decided ends.
 */
@ApplicationScoped
class DeedsLeft implements Leaving {

    private static final String OWN = "select deed_id from good_deed where tenant_id = $1 and (doer = $2 or teller = $2 and doer is null)";
    private static final String EMPTIED = """
            update good_deed set words_sealed = null, reason_sealed = null, appeal_sealed = null, answer_sealed = null, doer = null, teller = null,
              phone_digest = null, claim_digest = null, claim_until = null, grant_state = null,
              status = case when status in ('CLAIMING', 'REVIEW', 'APPEALED', 'REFUSED') then 'WITHDRAWN' else status end
            where tenant_id = $1 and deed_id = $2""";
    private static final String PHOTOS = "delete from deed_photo where tenant_id = $1 and deed_id = $2";
    private static final String TOLD = "update good_deed set teller = null where tenant_id = $1 and teller = $2";

    @Inject
    FileFlow files;

    @Override
    public Uni<Void> erase(SqlConnection connection, TenantId tenant, UUID resident) {
        Statements on = Statements.on(connection);
        return on.select(OWN, tenant.value(), resident)
                .chain(lines -> Multi.createFrom()
                        .iterable(lines)
                        .onItem()
                        .transformToUniAndConcatenate(line -> empty(connection, tenant, line.uuid(0)))
                        .collect()
                        .last())
                .chain(() -> on.update(TOLD, tenant.value(), resident))
                .replaceWithVoid();
    }

    private Uni<Void> empty(SqlConnection connection, TenantId tenant, UUID deed) {
        Statements on = Statements.on(connection);
        return on.update(EMPTIED, tenant.value(), deed)
                .chain(() -> on.update(PHOTOS, tenant.value(), deed))
                .chain(() -> files.release(connection, tenant, TellFlow.FILES, deed));
    }
}
