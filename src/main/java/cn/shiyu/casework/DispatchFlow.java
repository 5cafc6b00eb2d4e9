package cn.shiyu.casework;

import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.Unit;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.organisation.UnitKind;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.tenancy.City;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 调度派遣: to whom a case goes, and what happens when they say "not mine". */
@ApplicationScoped
public class DispatchFlow {

    @Inject
    CaseStep step;

    @Inject
    Units units;

    /** One unit leads (牵头), others assist (协办). Centres never handle (采办分离). */
    public Uni<CaseReceipt> dispatch(
            Caller caller, String number, int version, String lead, List<String> assists, String note) {
        return step.act(caller, number, version, CaseAction.DISPATCH, moment -> {
            assign(moment, lead, assists);
            return List.of(dispatched(moment, "CaseDispatched", Words.optional("note", "派遣意见", note, Words.LONG)));
        });
    }

    /**
     * "Not mine", with a reason and a proposed owner. The first return goes back to the dispatching centre; the second to
     * the centre above, whose ruling is final (spec: return).
     */
    public Uni<CaseReceipt> giveBack(
            Caller caller, String number, int version, String reason, String proposedUnit) {
        return step.act(caller, number, version, CaseAction.RETURN, moment -> {
            Case file = moment.file();
            if (file.returnFinal) {
                throw CaseRefusals.returnedAlready();
            }
            String words = Words.required("reason", "退单理由", reason, Words.LONG);
            String from = file.leadUnit;
            String proposed = proposed(moment.city(), proposedUnit);
            file.returns++;
            file.unassign();
            boolean disputed = file.returns > 1;
            if (disputed) {
                file.move(CaseStatus.RETURN_DISPUTED, moment.at());
                centreAbove(moment).ifPresent(above -> file.centreUnit = above);
            }
            return List.of(new NewEvent(
                    disputed ? "CaseReturnDisputed" : "CaseReturned",
                    1,
                    Map.of("unit", from, "proposed", proposed, "times", (int) file.returns),
                    words));
        });
    }

    /** The centre above says who handles; no further return. */
    public Uni<CaseReceipt> ruleReturn(
            Caller caller, String number, int version, String lead, List<String> assists, String reason) {
        return step.act(caller, number, version, CaseAction.RULE_RETURN, moment -> {
            String words = Words.required("note", "裁定理由", reason, Words.LONG);
            assign(moment, lead, assists);
            moment.file().returnFinal = true;
            return List.of(dispatched(moment, "ReturnRuled", words));
        });
    }

    /** 上报: township to county to city, when the level cannot solve it. */
    public Uni<CaseReceipt> escalate(Caller caller, String number, int version, String reason) {
        return step.act(caller, number, version, CaseAction.ESCALATE, moment -> {
            String words = Words.required("reason", "上报理由", reason, Words.LONG);
            String above = centreAbove(moment).orElseThrow(CaseRefusals::nobodyAbove);
            String from = moment.file().centreUnit;
            moment.file().centreUnit = above;
            return List.of(new NewEvent("CaseEscalated", 1, Map.of("from", from, "to", above), words));
        });
    }

    /** The next centre above where somebody dispatches: an empty post never swallows a case. */
    private Optional<String> centreAbove(CaseMoment moment) {
        UnitDirectory directory = units.of(moment.city());
        return directory.centreAbove(moment.file().centreUnit)
                .map(above -> directory.nextOccupiedCentre(above.code(), Role.DISPATCHER).code());
    }

    private void assign(CaseMoment moment, String lead, List<String> assists) {
        handling(moment.city(), "lead", lead);
        List<String> helping = assists == null ? List.of() : assists;
        helping.forEach(unit -> handling(moment.city(), "assists", unit));
        moment.file().assign(lead, helping);
    }

    private void handling(City city, String field, String code) {
        boolean handles = units.of(city).find(code == null ? "" : code)
                .filter(unit -> unit.kind() != UnitKind.CENTRE)
                .isPresent();
        if (!handles) {
            throw Refusal.badInput(field, "请选择本市的一个承办单位。综治中心只调度、不承办。");
        }
    }

    private String proposed(City city, String code) {
        if (code == null || code.isBlank()) {
            return "";
        }
        return units.of(city).find(code).map(Unit::code)
                .orElseThrow(() -> Refusal.badInput("proposed", "建议单位不在本市单位名录中,请重新选择。"));
    }

    private static NewEvent dispatched(CaseMoment moment, String type, String words) {
        Case file = moment.file();
        return new NewEvent(
                type,
                1,
                Map.of("lead", file.leadUnit, "assists", List.copyOf(file.assistUnits), "rework", (int) file.reworks),
                words);
    }
}
