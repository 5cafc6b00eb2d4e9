package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseDraft;
import cn.shiyu.casework.SubmissionCheck;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What is wrong with a draft, by the same check that the submission will meet, in the words of the wizard's fields. */
@ApplicationScoped
class ReportFaults {

    @Inject
    SubmissionCheck check;

    /** Of one page, in the order it asks. */
    List<FieldError> of(City city, CaseDraft draft, ReportStep step) {
        return check.faults(city, draft.submission()).stream()
                .filter(fault -> step.asks(fault.field()))
                .map(fault -> onPage(fault, draft))
                .toList();
    }

    /** Where the first thing must be mended; empty when all is well. */
    Optional<ReportStep> first(City city, CaseDraft draft) {
        return check.faults(city, draft.submission()).stream()
                .map(fault -> ReportStep.of(fault.field()))
                .min(Enum::compareTo);
    }

    private static FieldError onPage(FieldError fault, CaseDraft draft) {
        String field = switch (fault.field()) {
            case "category" -> "other".equals(draft.answer("choice")) ? "topic" : "choice";
            case "region" -> "township";
            case "point" -> "lng";
            case "files" -> "photos";
            default -> fault.field();
        };
        return new FieldError(field, fault.message());
    }
}
