package cn.shiyu.moralbank.member;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds members by who they are. The way back, from an account to a person, is only the bank's own. */
@ApplicationScoped
public class MemberQueries {

    private static final String COLUMNS = "select resident_id, account_id, region, name_sealed, joined_at from bank_member where tenant_id = $1";
    private static final String OF = COLUMNS + " and resident_id = $2";
    private static final String HOLDING = COLUMNS + " and account_id = $2";
    private static final String AMONG = "select resident_id from bank_member where tenant_id = $1 and resident_id = any($2)";
    private static final String COUNT = "select count(*) from bank_member where tenant_id = $1";

    @Inject
    Sealer sealer;

    /** Empty for whoever has not joined or has left. */
    public Uni<Optional<Member>> of(SqlConnection connection, TenantId tenant, UUID resident) {
        return first(connection, tenant, OF, resident);
    }

    /** As {@link #of}, held until the transaction ends: what a member earns and does comes one after the other. */
    public Uni<Optional<Member>> lock(SqlConnection connection, TenantId tenant, UUID resident) {
        return first(connection, tenant, OF + " for no key update", resident);
    }

    /** Who owns the account, as long as they are a member. */
    public Uni<Optional<Member>> holding(SqlConnection connection, TenantId tenant, UUID account) {
        return first(connection, tenant, HOLDING, account);
    }

    /** Those of these residents who are members. */
    public Uni<Set<UUID>> among(SqlConnection connection, TenantId tenant, Collection<UUID> residents) {
        return Statements.on(connection)
                .select(AMONG, tenant.value(), residents.toArray(UUID[]::new))
                .map(lines -> lines.stream().map(line -> line.uuid(0)).collect(Collectors.toSet()));
    }

    public Uni<Long> count(SqlConnection connection, TenantId tenant) {
        return Statements.on(connection).first(COUNT, tenant.value()).map(line -> line.orElseThrow().bigNumber(0));
    }

    private Uni<Optional<Member>> first(SqlConnection connection, TenantId tenant, String sql, UUID id) {
        return Statements.on(connection).first(sql, tenant.value(), id).map(line -> line.map(one -> member(tenant, one)));
    }

    private Member member(TenantId tenant, Line line) {
        UUID account = line.uuid(1);
        return new Member(
                line.uuid(0), account, line.text(2), sealer.openText(tenant, Purpose.IDENTITY, row(account), line.bytes(3)),
                line.instant(4));
    }

    static String row(UUID account) {
        return "bank-member:" + account;
    }
}
