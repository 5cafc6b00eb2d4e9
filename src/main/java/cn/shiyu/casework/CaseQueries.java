package cn.shiyu.casework;

import cn.shiyu.eventlog.EventQueries;
import cn.shiyu.clock.ClockQueries;
import cn.shiyu.clock.ClockSubject;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileQueries;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantTx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads one case, whole, for whoever may see it. Unseen and not there are the same answer: 404. */
@ApplicationScoped
public class CaseQueries {

    @Inject
    TenantTx tx;

    @Inject
    CityDirectory cities;

    @Inject
    Cases cases;

    @Inject
    CaseOrigins origins;

    @Inject
    CaseSight sight;

    @Inject
    LookUpCodes codes;

    @Inject
    EventQueries events;

    @Inject
    ClockQueries clocks;

    @Inject
    FileQueries files;

    @Inject
    CaseViews views;

    public Uni<CaseView> byNumber(Caller caller, String number) {
        City city = cities.byId(caller.tenant());
        return read(caller, city, number, file -> sight.maySee(city, caller, file));
    }

    /** For somebody not signed in who holds number and code. */
    public Uni<CaseView> lookUp(Caller caller, String number, String code) {
        City city = cities.byId(caller.tenant());
        return read(caller, city, number, file -> codes.fits(caller.tenant(), file.caseId, code));
    }

    private Uni<CaseView> read(Caller caller, City city, String number, Predicate<Case> maySee) {
        return tx.inTx(caller.tenant(), session -> cases.find(session, caller.tenant(), number)
                .invoke(file -> refuseUnless(file != null && maySee.test(file)))
                .chain(file -> whole(session, caller, city, file)));
    }

    private static void refuseUnless(boolean seen) {
        if (!seen) {
            throw Refusal.notFound();
        }
    }

    /** What belongs to the case is asked for at once and answered in order, on the one connection. */
    private Uni<CaseView> whole(Mutiny.Session session, Caller caller, City city, Case file) {
        TenantId tenant = caller.tenant();
        return Uni.combine()
                .all()
                .unis(
                        events.of(session, tenant, CaseStreams.of(file)),
                        clocks.of(session, tenant, ClockSubject.ofCase(file.caseId)),
                        files.of(session, tenant, CaseStreams.TYPE, file.caseId),
                        // Nothing is nothing to a combination; a case of our own ways in has no origin.
                        origins.of(session, file).map(Optional::ofNullable))
                .with((told, running, papers, origin) ->
                        views.of(city, caller, file, origin.orElse(null), told, running, papers));
    }

    /** Whether the caller may see the case with this number, without reading more of it than that takes. */
    public Uni<Boolean> maySee(Caller caller, String number) {
        City city = cities.byId(caller.tenant());
        return tx.inTx(caller.tenant(), session -> cases.find(session, caller.tenant(), number))
                .map(file -> file != null && sight.maySee(city, caller, file));
    }

    /** Whether the caller may see the case with this id; for its files. */
    Uni<Boolean> maySee(Caller caller, UUID caseId) {
        City city = cities.byId(caller.tenant());
        return tx.inTx(caller.tenant(), session -> cases.byId(session, caller.tenant(), caseId))
                .map(file -> file != null && sight.maySee(city, caller, file));
    }
}
