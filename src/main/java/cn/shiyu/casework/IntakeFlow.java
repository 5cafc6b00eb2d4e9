package cn.shiyu.casework;

import cn.shiyu.category.Categories;
import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 受理, 分类分级 and what goes to the public board. */
@ApplicationScoped
public class IntakeFlow {

    @Inject
    CaseStep step;

    @Inject
    Categories categories;

    public Uni<CaseReceipt> accept(Caller caller, String number, int version, Classification typed) {
        return step.act(caller, number, version, CaseAction.ACCEPT, moment -> {
            Map<String, Object> facts = classify(moment, typed);
            facts.put("unit", moment.unit());
            return List.of(new NewEvent("CaseAccepted", 1, facts, null));
        });
    }

    public Uni<CaseReceipt> classify(Caller caller, String number, int version, Classification typed) {
        return step.act(
                caller,
                number,
                version,
                CaseAction.CLASSIFY,
                moment -> List.of(new NewEvent("CaseClassified", 1, classify(moment, typed), null)));
    }

    private Map<String, Object> classify(CaseMoment moment, Classification typed) {
        refuseIfBad(moment, typed);
        Case file = moment.file();
        file.categoryCode = typed.category();
        file.grade = Grade.valueOf(typed.grade());
        file.visibility = Visibility.valueOf(typed.visibility());
        if (file.visibility == Visibility.CONFIDENTIAL) {
            file.publishedAt = null;
        }
        return new HashMap<>(Map.of(
                "category", file.categoryCode, "grade", file.grade.name(), "visibility", file.visibility.name()));
    }

    private void refuseIfBad(CaseMoment moment, Classification typed) {
        List<FieldError> errors = new ArrayList<>();
        var tree = categories.of(moment.city());
        if (typed.category() == null || tree.find(typed.category()).isEmpty() || !tree.isLeaf(typed.category())) {
            errors.add(new FieldError("category", "请选择本市事项分类中的一项(选到最末一级)。"));
        }
        if (CaseOffer.grade(typed.grade()).isEmpty()) {
            errors.add(new FieldError("grade", "请选择紧急程度。"));
        }
        if (!"PUBLIC".equals(typed.visibility()) && !"CONFIDENTIAL".equals(typed.visibility())) {
            errors.add(new FieldError("visibility", "请选择公开或保密。"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.badInput(errors);
        }
    }

    /** With a lawful reason and a pointer to who is competent; the resident sees both. */
    public Uni<CaseReceipt> refuse(Caller caller, String number, int version, String reasonCode, String note) {
        return step.act(caller, number, version, CaseAction.REFUSE, moment -> {
            CaseOffer.Reason reason = CaseOffer.of(moment.city())
                    .refusal(reasonCode)
                    .orElseThrow(() -> Refusal.badInput("reason", "请选择不予受理的法定理由。"));
            Map<String, Object> facts =
                    Map.of("reason", reason.name(), "basis", reason.basis(), "pointTo", reason.pointTo());
            return List.of(
                    new NewEvent("CaseRefused", 1, facts, Words.optional("note", "说明", note, Words.LONG)));
        });
    }

    /** Puts a copy without personal data on the city's board; the dispatcher reads it before. */
    public Uni<CaseReceipt> publish(Caller caller, String number, int version, String subject, String text) {
        return step.act(caller, number, version, CaseAction.PUBLISH, moment -> {
            Case file = moment.file();
            if (file.visibility != Visibility.PUBLIC) {
                throw CaseRefusals.notPublic();
            }
            file.boardSubject = Words.required("boardSubject", "公示标题", subject, Words.SHORT);
            file.boardText = Words.required("boardText", "公示内容", text, Words.LONG);
            file.publishedAt = moment.at();
            return List.of(new NewEvent("CasePublished", 1, Map.of(), null));
        });
    }

    public Uni<CaseReceipt> unpublish(Caller caller, String number, int version) {
        return step.act(caller, number, version, CaseAction.UNPUBLISH, moment -> {
            moment.file().publishedAt = null;
            return List.of(new NewEvent("CaseUnpublished", 1, Map.of(), null));
        });
    }
}
