package cn.shiyu.moralbank.ledger;

/** Pending ends once: posted (some or all went through, the rest went back) or voided (all went back). */
public enum HoldState {
    PENDING,
    POSTED,
    VOIDED
}
