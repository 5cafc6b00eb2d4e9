package cn.shiyu.counselling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A talk as the one who looks may see it.
 *
 * @param alias what the person wants to be called
 * @param offeredLogin of the counsellor to whom it would go if the person agrees, or null
 * @param due for the counsellor: the answer is due soon or late
 * @param acts what the one who looks may do now, names of actions
 * @param messages empty in lists
 */
public record ThreadView(
        UUID id,
        String alias,
        String field,
        String counsellorLogin,
        String counsellor,
        String provider,
        CounsellingStatus status,
        boolean urgent,
        String offeredLogin,
        String offeredName,
        Instant dueAt,
        boolean due,
        boolean late,
        Instant openedAt,
        Instant movedAt,
        List<String> acts,
        List<Message> messages) {

    /** @param by name of the counsellor, null when it is the person */
    public record Message(String by, String words, Instant at) {

        @Override
        public String toString() {
            return "Message[" + at + "]";
        }
    }

    public boolean may(String act) {
        return acts.contains(act);
    }

    /** Never what was said. */
    @Override
    public String toString() {
        return "ThreadView[" + id + "]";
    }
}
