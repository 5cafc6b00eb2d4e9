package cn.shiyu.tenancy;

import io.vertx.mutiny.sqlclient.Pool;

/** The way to a database other than the application's, for tests that start one of their own. */
public final class TenantSqls {

    private TenantSqls() {}

    public static TenantSql over(Pool pool) {
        TenantSql sql = new TenantSql();
        sql.pool = pool;
        return sql;
    }
}
