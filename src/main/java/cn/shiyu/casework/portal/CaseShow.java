package cn.shiyu.casework.portal;

import cn.shiyu.casework.CaseQueries;
import cn.shiyu.casework.CaseSidelines;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Form;
import cn.shiyu.platform.web.Html;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;

/** Puts the page of one case together, also when one of its forms comes back. */
@ApplicationScoped
class CaseShow {

    /** What people praise and blame (好差评), on offer beside the level. */
    static final List<String> TAGS = List.of("fast", "kind", "solved", "clear", "slow", "rude", "unsolved", "unclear");

    @Inject
    CaseQueries cases;

    @Inject
    CaseSidelines sidelines;

    Uni<Response> page(int status, Caller resident, String number, Form form, String act) {
        return cases.byNumber(resident, number)
                .chain(view -> sidelines.of(resident, view)
                        .chain(boxes -> Html.page(
                                status,
                                CaseTemplates.show(CaseStory.ofOwner(view), form, act, levels(), tags(), boxes))));
    }

    private static List<Choice> levels() {
        return Arrays.stream(RatingLevel.values())
                .map(level -> new Choice(level.name(), Messages.get("casework.rating." + level), null, icon(level)))
                .toList();
    }

    private static String icon(RatingLevel level) {
        return switch (level) {
            case VERY_SATISFIED, SATISFIED -> "mood-smile";
            case BASICALLY_SATISFIED -> "mood-neutral";
            case DISSATISFIED, VERY_DISSATISFIED -> "mood-sad";
        };
    }

    private static List<Choice> tags() {
        return TAGS.stream()
                .map(tag -> new Choice(tag, Messages.get("mine.tag." + tag)))
                .toList();
    }
}
