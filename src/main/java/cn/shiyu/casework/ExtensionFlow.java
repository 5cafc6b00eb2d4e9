package cn.shiyu.casework;

import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** 延期: asked before the deadline, granted or denied by the centre, at most as often as the city allows. */
@ApplicationScoped
public class ExtensionFlow {

    @Inject
    CaseStep step;

    /** @param amount in the unit of the handling limit; at most the original limit (spec: extension) */
    public Uni<CaseReceipt> ask(Caller caller, String number, int version, int amount, String reason) {
        return step.act(caller, number, version, CaseAction.REQUEST_EXTENSION, moment -> {
            Case file = moment.file();
            refuseUnlessPossible(moment);
            if (amount < 1 || amount > 60) {
                throw Refusal.badInput("amount", "延期长度请填 1 到 60 之间的整数。");
            }
            String words = Words.required("reason", "延期理由", reason, Words.LONG);
            file.extensionAsked = (short) amount;
            return List.of(
                    new NewEvent("ExtensionRequested", 1, Map.of("unit", moment.unit(), "amount", amount), words));
        });
    }

    private static void refuseUnlessPossible(CaseMoment moment) {
        Case file = moment.file();
        if (file.extensionAsked != null) {
            throw CaseRefusals.extensionWaiting();
        }
        if (file.extensions >= CaseRules.of(moment.city()).extensionsAtMost()) {
            throw CaseRefusals.noMoreExtensions();
        }
        if (moment.at().isAfter(file.dueAt)) {
            throw CaseRefusals.overdueAlready();
        }
    }

    public Uni<CaseReceipt> grant(Caller caller, String number, int version, String words) {
        return step.act(caller, number, version, CaseAction.GRANT_EXTENSION, moment -> {
            Case file = moment.file();
            int amount = asked(file);
            file.extensions++;
            return List.of(new NewEvent(
                    "ExtensionGranted",
                    1,
                    Map.of("unit", file.leadUnit, "amount", amount),
                    Words.optional("words", "审批意见", words, Words.LONG)));
        });
    }

    public Uni<CaseReceipt> deny(Caller caller, String number, int version, String reason) {
        return step.act(caller, number, version, CaseAction.DENY_EXTENSION, moment -> {
            Case file = moment.file();
            int amount = asked(file);
            String words = Words.required("words", "不同意的理由", reason, Words.LONG);
            file.extensionAsked = null;
            return List.of(new NewEvent(
                    "ExtensionDenied", 1, Map.of("unit", file.leadUnit, "amount", amount), words));
        });
    }

    private static int asked(Case file) {
        if (file.extensionAsked == null) {
            throw CaseRefusals.noExtensionAsked();
        }
        return file.extensionAsked;
    }
}
