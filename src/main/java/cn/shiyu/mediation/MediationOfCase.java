package cn.shiyu.mediation;

import cn.shiyu.casework.CaseKind;
import cn.shiyu.casework.CaseSideline;
import cn.shiyu.casework.CaseView;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.platform.web.NavItem;
import cn.shiyu.tenancy.CityDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Beside a dispute: its owner may ask for a mediation; whoever works on the case sees where that stands, and no word of it. */
@Singleton
class MediationOfCase implements CaseSideline {

    @Inject
    CityDirectory cities;

    @Inject
    MediationQueries queries;

    @Override
    public Uni<Optional<Box>> of(Caller caller, CaseView view) {
        boolean offered = MediationSettings.of(cities.byId(caller.tenant())).offered();
        if (view.kind() != CaseKind.DISPUTE || !offered) {
            return Uni.createFrom().item(Optional.empty());
        }
        return queries.ofCase(caller, view.number()).map(found -> found
                .map(it -> Optional.of(standing(caller, it)))
                .orElseGet(() -> caller.isResident() ? Optional.of(offer(view)) : Optional.empty()));
    }

    private static Box standing(Caller caller, Mediation it) {
        boolean own = caller.isResident() && UUID.fromString(caller.id()).equals(it.applicant());
        String words = Messages.get("mediation.beside", Messages.get("mediation.status." + it.status()));
        return new Box(
                Messages.get("mediation.title"), words,
                own ? new NavItem("/mediations/" + it.id(), Messages.get("mediation.besideGo"), "scale") : null);
    }

    private static Box offer(CaseView view) {
        return new Box(
                Messages.get("mediation.title"), Messages.get("mediation.offer"),
                new NavItem("/mediations/new?case=" + view.number(), Messages.get("mediation.apply"), "scale"));
    }
}
