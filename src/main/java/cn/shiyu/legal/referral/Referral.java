package cn.shiyu.legal.referral;

import cn.shiyu.legal.Outcome;
import java.time.Instant;
import java.util.UUID;

/**
 * A dispute as the two who have to do with it see it, names resolved.
 *
 * @param mine whether the one who looks is the advisor it was sent to
 * @param dueAt until when the advisor takes it or not
 * @param answer what the advisor said, or null
 */
public record Referral(
        UUID id,
        String sender,
        String advisor,
        String field,
        String place,
        String title,
        String words,
        ReferralStatus status,
        Instant sentAt,
        Instant dueAt,
        Outcome outcome,
        String answer,
        boolean mine) {

    /** @param act name of a {@link ReferralAction} */
    public boolean may(String act) {
        ReferralAction action = ReferralAction.valueOf(act);
        return action.from == status && action.advisor == mine;
    }

    public String address() {
        return "/console/referrals/" + id;
    }
}
