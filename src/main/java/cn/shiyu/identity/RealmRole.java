package cn.shiyu.identity;

/** The two roles a realm knows. What staff may do hangs on their posts, not on Keycloak. */
public final class RealmRole {

    /** 居民 */
    public static final String RESIDENT = "resident";
    /** 工作人员 */
    public static final String STAFF = "staff";

    private RealmRole() {}
}
