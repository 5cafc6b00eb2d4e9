package cn.shiyu.moralbank.till;

/** What a shop may do. */
public enum MerchantState {
    /** 营业中 */
    ACTIVE,
    /** 暂停: takes nothing new, captures and gives back what it has. */
    PAUSED,
    /** 已终止: as paused, for ever. */
    ENDED
}
