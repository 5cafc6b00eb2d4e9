package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseRules;
import cn.shiyu.casework.CaseView;
import cn.shiyu.casework.TimeLineEntry;
import cn.shiyu.casework.Visibility;
import cn.shiyu.clock.Light;
import cn.shiyu.organisation.Units;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which steps get a button. The table says what state and standing allow ({@link CaseView#may}); here falls away what the
 * flow would still refuse, so that no button ends in a refusal. The flow checks again all the same.
 */
@ApplicationScoped
class DeskOffer {

    private static final Set<String> ASSIGNED = Set.of("CaseDispatched", "ReturnRuled");

    @Inject
    Units units;

    List<DeskAct> of(City city, CaseView view) {
        return Arrays.stream(DeskAct.values())
                .filter(act -> view.allowed().contains(act.action()))
                .filter(act -> works(city, view, act))
                .toList();
    }

    private boolean works(City city, CaseView view, DeskAct act) {
        return switch (act) {
            case ESCALATION -> units.of(city).centreAbove(view.centreUnit()).isPresent();
            case RETURN -> !isRuled(view);
            case EXTENSION_REQUEST -> mayAskForTime(city, view);
            case EXTENSION_GRANT, EXTENSION_DENIAL -> view.extensionAsked() != null;
            case COMPLETION -> view.extensionAsked() == null;
            case PUBLICATION -> view.visibility() == Visibility.PUBLIC && !view.published();
            case UNPUBLICATION -> view.published();
            default -> true;
        };
    }

    /** The centre above has said who handles: no further return. */
    private static boolean isRuled(CaseView view) {
        return view.timeLine().stream()
                .map(TimeLineEntry::type)
                .filter(ASSIGNED::contains)
                .reduce((earlier, later) -> later)
                .filter("ReturnRuled"::equals)
                .isPresent();
    }

    private static boolean mayAskForTime(City city, CaseView view) {
        long granted = view.timeLine().stream().filter(entry -> entry.type().equals("ExtensionGranted")).count();
        return view.extensionAsked() == null
                && view.light() != Light.RED
                && granted < CaseRules.of(city).extensionsAtMost();
    }
}
