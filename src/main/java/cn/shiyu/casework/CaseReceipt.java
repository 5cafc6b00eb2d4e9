package cn.shiyu.casework;

import cn.shiyu.platform.idempotency.Outcome;
import java.util.UUID;

/**
 * What an action leaves in the hand of who did it.
 *
 * @param replayed whether an earlier request with the same key had done it
 * @param lookUpCode with the number, shows the case to somebody not signed in; null for all but the one who submitted
 */
public record CaseReceipt(UUID caseId, String number, CaseStatus status, int version, String lookUpCode, boolean replayed) {

    /** As an idempotency key remembers it. */
    String reference() {
        return caseId + " " + number + " " + status + " " + version;
    }

    static CaseReceipt of(Outcome outcome) {
        String[] parts = outcome.reference().split(" ");
        return new CaseReceipt(
                UUID.fromString(parts[0]), parts[1], CaseStatus.valueOf(parts[2]), Integer.parseInt(parts[3]), null,
                outcome.replayed());
    }
}
