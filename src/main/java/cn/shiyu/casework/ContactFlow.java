package cn.shiyu.casework;

import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.tenancy.CityDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Shows the contact unmasked to whoever needs to call; each look is an event. */
@ApplicationScoped
public class ContactFlow {

    /** Unmasked; either may be null where nothing was given. */
    public record Contact(String name, String phone) {}

    @Inject
    CaseStep step;

    @Inject
    CaseSight sight;

    @Inject
    CaseViews views;

    @Inject
    CityDirectory cities;

    public Uni<Contact> view(Caller caller, String number) {
        AtomicReference<Contact> seen = new AtomicReference<>();
        return step.act(caller, number, null, CaseAction.VIEW_CONTACT, moment -> {
                    Case file = moment.file();
                    if (!sight.mayKnowWho(moment.city(), caller, file)) {
                        throw CaseRefusals.notYours();
                    }
                    seen.set(new Contact(
                            views.open(moment.city(), file, file.contactName),
                            views.open(moment.city(), file, file.contactPhone)));
                    return List.of(new NewEvent("ContactViewed", 1, Map.of(), null));
                })
                .map(ignored -> seen.get());
    }
}
