package cn.shiyu.moralbank.ledger;

import static cn.shiyu.moralbank.ledger.AccountKind.BUDGET;
import static cn.shiyu.moralbank.ledger.AccountKind.EXPIRY;
import static cn.shiyu.moralbank.ledger.AccountKind.HELD;
import static cn.shiyu.moralbank.ledger.AccountKind.HOUSEHOLD;
import static cn.shiyu.moralbank.ledger.AccountKind.ISSUE;
import static cn.shiyu.moralbank.ledger.AccountKind.MERCHANT;
import static cn.shiyu.moralbank.ledger.AccountKind.ORGANISATION;
import static cn.shiyu.moralbank.ledger.AccountKind.RESIDENT;
import static cn.shiyu.moralbank.ledger.AccountKind.SETTLEMENT;

import java.util.Set;

/** What a transfer is, and between which accounts it may move points; {@code bank_may} in the database says the same. */
public enum TransferKind {
    /** 注资: a sponsor funds a budget. */
    FUND(Set.of(ISSUE), Set.of(BUDGET)),
    /** 撤资: what a budget has left goes back. */
    UNFUND(Set.of(BUDGET), Set.of(ISSUE)),
    /** 发放 */
    AWARD(Set.of(BUDGET), owners()),
    /** 家庭共用: into a household or out of it; the last days stay. */
    POOL(Set.of(RESIDENT, HOUSEHOLD), Set.of(RESIDENT, HOUSEHOLD)),
    /** 预扣 */
    HOLD(owners(), Set.of(HELD)),
    /** 扣款 */
    CAPTURE(Set.of(HELD), Set.of(MERCHANT)),
    /** 退回预扣 */
    RELEASE(Set.of(HELD), owners()),
    /** 消费: in one step. */
    SPEND(owners(), Set.of(MERCHANT)),
    /** 过期 */
    EXPIRE(owners(), Set.of(EXPIRY)),
    /** 退出清零: what somebody leaves behind who leaves the bank. */
    FORFEIT(owners(), Set.of(EXPIRY)),
    /** 商家结算 */
    SETTLE(Set.of(MERCHANT), Set.of(SETTLEMENT)),
    /** 退款: takes back a capture. */
    REFUND(Set.of(MERCHANT), owners()),
    /** 冲正: takes back an award or a spending. */
    REVERSAL(Set.of(AccountKind.values()), Set.of(AccountKind.values()));

    private final Set<AccountKind> gives;
    private final Set<AccountKind> receives;

    TransferKind(Set<AccountKind> gives, Set<AccountKind> receives) {
        this.gives = gives;
        this.receives = receives;
    }

    public boolean mayGive(AccountKind kind) {
        return gives.contains(kind);
    }

    public boolean mayReceive(AccountKind kind) {
        return receives.contains(kind);
    }

    /** Whether it moves points from one to the other by itself; what ends a hold or takes back has methods of its own. */
    boolean moves(AccountKind from, AccountKind to) {
        boolean answers = this == HOLD || this == CAPTURE || this == RELEASE || this == REFUND || this == REVERSAL;
        return !answers && mayGive(from) && mayReceive(to) && from != to;
    }

    private static Set<AccountKind> owners() {
        return Set.of(RESIDENT, HOUSEHOLD, ORGANISATION);
    }
}
