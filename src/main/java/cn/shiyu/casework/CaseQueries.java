package cn.shiyu.casework;

import cn.shiyu.eventlog.EventQueries;
import cn.shiyu.eventlog.StoredEvent;
import cn.shiyu.clock.ClockQueries;
import cn.shiyu.clock.ClockSubject;
import cn.shiyu.clock.ClockView;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.files.FileQueries;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantTx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

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
                        .invoke(file -> {
                            if (file == null || !maySee.test(file)) {
                                throw Refusal.notFound();
                            }
                        })
                        .chain(file -> origins.of(session, file).map(origin -> new Found(file, origin))))
                .chain(found -> whole(caller, city, found.file(), found.origin()));
    }

    private record Found(Case file, CaseOrigin origin) {}

    private Uni<CaseView> whole(Caller caller, City city, Case file, CaseOrigin origin) {
        Uni<List<StoredEvent>> happened = events.of(caller.tenant(), CaseStreams.of(file));
        Uni<List<ClockView>> times = clocks.of(caller.tenant(), ClockSubject.ofCase(file.caseId));
        Uni<List<FileRef>> attached = files.of(caller.tenant(), CaseStreams.TYPE, file.caseId);
        return happened.chain(told -> times.chain(
                running -> attached.map(papers -> views.of(city, caller, file, origin, told, running, papers))));
    }

    /** Whether the caller may see the case with this id; for its files. */
    Uni<Boolean> maySee(Caller caller, UUID caseId) {
        City city = cities.byId(caller.tenant());
        return tx.inTx(caller.tenant(), session -> cases.byId(session, caller.tenant(), caseId))
                .map(file -> file != null && sight.maySee(city, caller, file));
    }
}
