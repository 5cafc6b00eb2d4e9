package cn.shiyu.moralbank.ledger;

import java.util.EnumSet;
import java.util.Set;

/** What an account is for. The database knows the same kinds and their limits. */
public enum AccountKind {
    /** 发行: one a city; as far below zero as points are in the world. */
    ISSUE,
    /** 预算: what a sponsor has funded; never below zero. */
    BUDGET,
    /** 居民 */
    RESIDENT,
    /** 家庭 */
    HOUSEHOLD,
    /** 组织 */
    ORGANISATION,
    /** 爱心商家 */
    MERCHANT,
    /** 在途: put aside by holds; one a city. */
    HELD,
    /** 过期: where points go that nobody spent; one a city. */
    EXPIRY,
    /** 结算: points that merchants were paid for; one a city. */
    SETTLEMENT;

    private static final Set<AccountKind> IN_LOTS = EnumSet.of(RESIDENT, HOUSEHOLD, ORGANISATION);
    private static final Set<AccountKind> ONCE = EnumSet.of(ISSUE, HELD, EXPIRY, SETTLEMENT);

    /** Whether its points lie in lots, each with a last day, spent first-to-expire first. */
    public boolean inLots() {
        return IN_LOTS.contains(this);
    }

    /** Whether a city has exactly one of them. */
    public boolean once() {
        return ONCE.contains(this);
    }
}
