package cn.shiyu.casework;

import java.util.UUID;

/**
 * What an action leaves in the hand of who did it.
 *
 * @param lookUpCode with the number, shows the case to somebody not signed in; null for all but the one who submitted
 */
public record CaseReceipt(UUID caseId, String number, CaseStatus status, int version, String lookUpCode) {

    /** As an idempotency key remembers it. */
    String reference() {
        return caseId + " " + number + " " + status + " " + version;
    }

    static CaseReceipt ofReference(String reference) {
        String[] parts = reference.split(" ");
        return new CaseReceipt(
                UUID.fromString(parts[0]), parts[1], CaseStatus.valueOf(parts[2]), Integer.parseInt(parts[3]), null);
    }
}
