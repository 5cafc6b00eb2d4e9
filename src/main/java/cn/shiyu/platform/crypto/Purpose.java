package cn.shiyu.platform.crypto;

/**
 * What a key protects. A city has its own key for each purpose, so that whoever must read phone numbers cannot read
 * names with the same key.
 */
public enum Purpose {
    /** 姓名、证件号码 */
    IDENTITY(Use.SEAL),
    /** 电话、住址 and other ways to reach a person */
    CONTACT(Use.SEAL),
    /** 查询码 and other secrets that we must be able to show again */
    SECRET(Use.SEAL),
    /** What is said in confidence: 保密诉求, counselling */
    CONFIDENCE(Use.SEAL),
    /**
     * The key of blind indexes: finds equal values without opening them. It never changes, or nothing would be
     * found again.
     */
    LOOKUP(Use.INDEX);

    private enum Use {
        SEAL,
        INDEX
    }

    private final Use use;

    Purpose(Use use) {
        this.use = use;
    }

    boolean seals() {
        return use == Use.SEAL;
    }
}
