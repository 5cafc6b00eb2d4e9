package cn.shiyu.legal.referral;

/** What can be done to a dispute that was sent, each with its one way: {@link #from} to {@link #to} by {@link #advisor} or who sent it. */
public enum ReferralAction {
    /** 接收 */
    TAKE(ReferralStatus.SENT, ReferralStatus.TAKEN, true),
    /** 不接收 with the reason */
    DECLINE(ReferralStatus.SENT, ReferralStatus.DECLINED, true),
    /** 办结 with an outcome and what the grid worker should know */
    SETTLE(ReferralStatus.TAKEN, ReferralStatus.DONE, true),
    /** 撤回 */
    WITHDRAW(ReferralStatus.SENT, ReferralStatus.WITHDRAWN, false);

    final ReferralStatus from;
    final ReferralStatus to;
    final boolean advisor;

    ReferralAction(ReferralStatus from, ReferralStatus to, boolean advisor) {
        this.from = from;
        this.to = to;
        this.advisor = advisor;
    }
}
