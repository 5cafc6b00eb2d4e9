package cn.shiyu.casework;

import cn.shiyu.eventlog.NewEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** What a resident (or the hotline for them) does while the case is under way. */
@ApplicationScoped
public class AppellantFlow {

    @Inject
    CaseStep step;

    /** @param key null where the sender has none */
    public Uni<CaseReceipt> addWords(Caller caller, IdempotencyKey key, String number, String words) {
        return step.actOnce(
                caller,
                key,
                number,
                CaseAction.ADD_WORDS,
                words,
                moment -> List.of(
                        new NewEvent("WordsAdded", 1, Map.of(), Words.required("words", "补充内容", words, Words.LONG))));
    }

    /** 催办, by the resident or by a supervisor. @param key null where the sender has none */
    public Uni<CaseReceipt> urge(Caller caller, IdempotencyKey key, String number, String words) {
        return step.actOnce(
                caller,
                key,
                number,
                CaseAction.URGE,
                words,
                moment -> List.of(
                        new NewEvent("CaseUrged", 1, Map.of(), Words.optional("words", "催办说明", words, 500))));
    }

    public Uni<CaseReceipt> withdraw(Caller caller, String number, String reason) {
        return step.act(
                caller,
                number,
                null,
                CaseAction.WITHDRAW,
                moment -> List.of(new NewEvent(
                        "CaseWithdrawn", 1, Map.of(), Words.optional("words", "撤回原因", reason, 500))));
    }
}
