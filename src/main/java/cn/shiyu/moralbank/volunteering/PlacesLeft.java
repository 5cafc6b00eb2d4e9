package cn.shiyu.moralbank.volunteering;

import cn.shiyu.moralbank.member.Leaving;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Whoever leaves the bank leaves their places too; who waits for one of them moves up. What an activity booked stays in the books. */
@ApplicationScoped
class PlacesLeft implements Leaving {

    private static final String FREED = """
            select a.activity_id, a.title from volunteer_place p join volunteer_activity a using (tenant_id, activity_id)
            where p.tenant_id = $1 and p.resident_id = $2 and p.state = 'SIGNED' and a.status = 'PUBLISHED'
            for no key update of a""";
    private static final String ODDITIES = "delete from volunteer_oddity where tenant_id = $1 and resident_id = $2";
    private static final String PLACES = "delete from volunteer_place where tenant_id = $1 and resident_id = $2";

    @Inject
    Notices notices;

    @Inject
    ActivityStep step;

    @Override
    public Uni<Void> erase(SqlConnection connection, TenantId tenant, UUID resident) {
        Statements on = Statements.on(connection);
        return on.select(FREED, tenant.value(), resident)
                .call(() -> on.update(ODDITIES, tenant.value(), resident))
                .call(() -> on.update(PLACES, tenant.value(), resident))
                .chain(freed -> Multi.createFrom()
                        .iterable(freed)
                        .onItem()
                        .transformToUniAndConcatenate(line -> moveUp(on, tenant, line))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> moveUp(Statements on, TenantId tenant, Line activity) {
        UUID id = activity.uuid(0);
        return Places.firstWaiting(on, tenant, id).chain(first -> first.isEmpty()
                ? Uni.createFrom().voidItem()
                : Places.move(on, tenant, id, first.get().resident(), Place.State.SIGNED)
                        .chain(() -> notices.tell(
                                on, tenant, first.get().resident(), Messages.get("earn.notice.movedUp", activity.text(1)),
                                "/bank/activities/" + id, step.now())));
    }
}
