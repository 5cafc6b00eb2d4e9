package cn.shiyu.casework;

import java.util.UUID;

/**
 * What an action leaves in the hand of who did it.
 *
 * @param lookUpCode with the number, shows the case to somebody not signed in; null for all but the one who submitted
 */
public record CaseReceipt(UUID caseId, String number, CaseStatus status, int version, String lookUpCode) {}
