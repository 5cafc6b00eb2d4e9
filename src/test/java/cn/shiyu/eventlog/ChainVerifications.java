package cn.shiyu.eventlog;

import cn.shiyu.tenancy.TenantSql;

/** Verifies the chains of a database other than the application's. */
public final class ChainVerifications {

    private ChainVerifications() {}

    public static ChainVerification over(TenantSql sql) {
        ChainVerification verification = new ChainVerification();
        verification.sql = sql;
        return verification;
    }
}
