package cn.shiyu.moralbank.ledger;

/** What moved by transfers of a kind. @param undoes the kind that a reversal took back, otherwise null */
public record KindSum(TransferKind kind, TransferKind undoes, long transfers, long points) {}
