package cn.shiyu.casework.console;

import cn.shiyu.casework.BoardDraft;
import cn.shiyu.casework.CaseView;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.web.Form;

/** A step's form before anybody typed: what the case already says stands in it. */
final class FirstForm {

    private FirstForm() {}

    static Form of(DeskAct act, CaseView view) {
        return switch (act) {
            case ACCEPTANCE, CLASSIFICATION -> Form.empty()
                    .with("category", view.categoryCode())
                    .with("grade", view.grade())
                    .with("visibility", view.visibility());
            case LOG -> Form.empty().with("audience", "resident");
            case PUBLICATION -> Form.empty()
                    .with("boardSubject", orDraft(view.boardSubject(), view.subject()))
                    .with("boardText", orDraft(view.boardText(), view.body()));
            case URGE, WORDS -> Form.empty().with("idempotencyKey", IdempotencyKey.fresh().value());
            default -> Form.empty();
        };
    }

    private static String orDraft(String published, String words) {
        return published == null ? BoardDraft.of(words) : published;
    }
}
