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
    /** What is said in confidence: 保密诉求, 法律咨询 */
    CONFIDENCE(Use.SEAL),
    /**
     * The key of blind indexes: finds equal values without opening them. It never changes, or nothing would be
     * found again.
     */
    LOOKUP(Use.INDEX),
    /** 心理咨询: what people write to counsellors. Its keys lie under a root of their own and only {@link CounsellingSealer} uses them */
    COUNSELLING(Use.SEAL, Root.COUNSELLING),
    /** Finds a person's own counselling without naming them; never changes, as {@link #LOOKUP} */
    COUNSELLING_LOOKUP(Use.INDEX, Root.COUNSELLING);

    private enum Use {
        SEAL,
        INDEX
    }

    /** Which secret outside the database wraps the data key. */
    enum Root {
        GENERAL,
        COUNSELLING
    }

    private final Use use;
    private final Root root;

    Purpose(Use use) {
        this(use, Root.GENERAL);
    }

    Purpose(Use use, Root root) {
        this.use = use;
        this.root = root;
    }

    Root root() {
        return root;
    }

    boolean seals() {
        return use == Use.SEAL;
    }
}
