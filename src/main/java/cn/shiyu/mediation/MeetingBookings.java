package cn.shiyu.mediation;

import cn.shiyu.booking.BookingWatcher;
import cn.shiyu.identity.Caller;
import cn.shiyu.notify.Notices;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** What becomes of a session when its time is moved or given back at the desk, or the rota no longer has it. */
@ApplicationScoped
class MeetingBookings implements BookingWatcher {

    @Inject
    Meetings meetings;

    @Inject
    Notices notices;

    @Inject
    MediationStep step;

    @Override
    public String type() {
        return MeetingFlow.SUBJECT;
    }

    @Override
    public Uni<Void> changed(SqlConnection connection, TenantId tenant, UUID mediation, Change change) {
        Statements on = Statements.on(connection);
        Uni<Integer> changed = change.off()
                ? meetings.off(on, tenant, mediation, change.booking())
                : meetings.moved(on, tenant, mediation, change.booking(), change.start(), change.end());
        return changed.chain(rows -> rows == 0
                ? Uni.createFrom().voidItem()
                : told(connection, on, tenant, mediation, change));
    }

    private Uni<Void> told(SqlConnection connection, Statements on, TenantId tenant, UUID mediation, Change change) {
        String words = Messages.get("mediation.notice." + (change.off() ? "sessionOff" : "sessionMoved"));
        return Mediations.find(on, tenant, mediation)
                .map(found -> found.orElseThrow())
                .call(it -> tell(on, tenant, it, Side.APPLICANT, words))
                .call(it -> tell(on, tenant, it, Side.RESPONDENT, words))
                .chain(it -> step.happened(
                        connection, Caller.system(tenant, MeetingFlow.SUBJECT), mediation,
                        change.off() ? "SessionCancelled" : "SessionMoved",
                        Map.of("booking", change.booking().toString(), "start", change.start().toString()), step.now()));
    }

    private Uni<Void> tell(Statements on, TenantId tenant, Mediation it, Side side, String words) {
        return it.of(side) == null
                ? Uni.createFrom().voidItem()
                : notices.tell(on, tenant, it.of(side), words, "/mediations/" + it.id(), step.now());
    }
}
