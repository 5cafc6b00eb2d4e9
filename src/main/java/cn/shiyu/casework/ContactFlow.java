package cn.shiyu.casework;

import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantTx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Shows the contact unmasked to whoever needs to call; each look is an event. */
@ApplicationScoped
public class ContactFlow {

    /** Unmasked; name and phone may be null where nothing was given. */
    public record Contact(String name, String phone, List<CaseOrigin.Contact> others) {}

    @Inject
    CaseStep step;

    @Inject
    CaseSight sight;

    @Inject
    CaseViews views;

    @Inject
    CityDirectory cities;

    @Inject
    CaseOrigins origins;

    @Inject
    TenantTx tx;

    public Uni<Contact> view(Caller caller, String number) {
        AtomicReference<Case> seen = new AtomicReference<>();
        return step.act(caller, number, null, CaseAction.VIEW_CONTACT, moment -> {
                    Case file = moment.file();
                    if (!sight.mayKnowWho(moment.city(), caller, file)) {
                        throw CaseRefusals.notYours();
                    }
                    seen.set(file);
                    return List.of(new NewEvent("ContactViewed", 1, Map.of(), null));
                })
                .chain(() -> tx.inTx(caller.tenant(), session -> origins.of(session, seen.get())))
                .map(origin -> open(cities.byId(caller.tenant()), seen.get(), origin));
    }

    private Contact open(City city, Case file, CaseOrigin origin) {
        return new Contact(
                views.open(city, file, file.contactName),
                views.open(city, file, file.contactPhone),
                origin == null ? List.of() : origin.contacts());
    }
}
