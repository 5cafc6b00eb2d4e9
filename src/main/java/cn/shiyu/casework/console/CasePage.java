package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseQueries;
import cn.shiyu.casework.CaseSidelines;
import cn.shiyu.casework.CaseView;
import cn.shiyu.casework.ContactFlow;
import cn.shiyu.organisation.console.StaffDesk;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CurrentCity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Puts a case page together: as it is, with a step's form open, or with a form that came back. */
@RequestScoped
class CasePage {

    /** What people type at length; when its form has gone, it is given back to be copied. */
    private static final List<String> TYPED = List.of("words", "note", "reason", "reply", "boardSubject", "boardText");

    @Inject
    StaffDesk desk;

    @Inject
    CurrentCity city;

    @Inject
    CaseQueries cases;

    @Inject
    CaseSidelines sidelines;

    @Inject
    DeskOffer offer;

    @Inject
    PlaceChoices places;

    @Inject
    UnitChoices units;

    /** @param act the step whose form is to be open; left closed when it is not offered */
    Uni<Response> show(String number, Optional<DeskAct> act) {
        return cases.byNumber(desk.caller(), number)
                .chain(view -> page(200, view, act.filter(offer.of(city.get(), view)::contains), null, null));
    }

    Uni<Response> withContact(String number, ContactFlow.Contact contact) {
        return cases.byNumber(desk.caller(), number)
                .chain(view -> page(200, view, Optional.empty(), null, contact));
    }

    /** The page as it is now, with what was typed and what is wrong; a case that is not theirs stays not there. */
    Uni<Response> again(String number, DeskAct act, Form typed, Refusal refusal) {
        if (refusal.status() == 404) {
            return Uni.createFrom().failure(refusal);
        }
        return cases.byNumber(desk.caller(), number)
                .chain(view -> page(refusal.status(), view, Optional.of(act), typed.refused(refusal), null));
    }

    private Uni<Response> page(
            int status, CaseView view, Optional<DeskAct> act, Form typed, ContactFlow.Contact contact) {
        return sidelines.of(desk.caller(), view)
                .chain(boxes -> Html.page(
                        status, CaseTemplates.show(desk.frame(), sheet(view, act, typed, contact), boxes)));
    }

    private CaseSheet sheet(CaseView view, Optional<DeskAct> act, Form typed, ContactFlow.Contact contact) {
        List<DeskAct> offered = offer.of(city.get(), view);
        Optional<DeskAct> open = act.filter(offered::contains);
        Form form = typed != null ? typed : open.map(one -> FirstForm.of(one, view)).orElse(Form.empty());
        return new CaseSheet(
                view,
                offered.stream().map(one -> button(view, one, open)).toList(),
                open.map(DeskAct::noun).orElse(""),
                form,
                open.map(ignored -> CaseChoices.of(city.get(), view, places, units)).orElse(null),
                contact,
                open.isPresent() ? List.of() : words(form));
    }

    private static DeskButton button(CaseView view, DeskAct act, Optional<DeskAct> open) {
        return new DeskButton(
                "/console/cases/" + view.number() + "/" + act.noun() + "#act",
                Messages.get("console.act." + act.noun()),
                act.icon(),
                act.kind(),
                open.filter(act::equals).isPresent());
    }

    private static List<String> words(Form form) {
        return TYPED.stream().map(form::value).filter(text -> !text.isBlank()).toList();
    }
}
