package cn.shiyu.moralbank.till;

import cn.shiyu.moralbank.member.Leaving;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who leaves the bank leaves no code and no open payment; payments that were captured know only an account. Standing at a till is another matter. */
@ApplicationScoped
class TillLeaving implements Leaving {

    private static final String CODE = "delete from bank_pay_code where tenant_id = $1 and resident_id = $2";
    private static final String OPEN = """
            update bank_charge c set state = 'VOIDED', ended_at = now() from bank_member m
            where c.tenant_id = $1 and m.tenant_id = $1 and m.resident_id = $2 and c.account_id = m.account_id and c.state = 'AUTHORISED'""";

    @Override
    public Uni<Void> erase(SqlConnection connection, TenantId tenant, UUID resident) {
        Statements on = Statements.on(connection);
        return on.update(CODE, tenant.value(), resident)
                .chain(() -> on.update(OPEN, tenant.value(), resident))
                .replaceWithVoid();
    }
}
