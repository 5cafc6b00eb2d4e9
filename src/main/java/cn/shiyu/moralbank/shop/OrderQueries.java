package cn.shiyu.moralbank.shop;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.moralbank.till.MerchantQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Reads orders: a member's own, a shop's by who stands at its till. */
@ApplicationScoped
public class OrderQueries {

    @Inject
    TenantSql sql;

    @Inject
    MemberQueries members;

    @Inject
    MerchantQueries merchants;

    /** Newest first. @throws Refusal 409 {@code not-a-member} */
    public Uni<Page<Order>> own(Caller resident, String after) {
        return sql.inTx(resident.tenant(), connection -> member(connection, resident)
                .chain(member -> Orders.by(Statements.on(connection), resident.tenant(), member.account(), after)));
    }

    /** @throws Refusal 404 for anybody else's */
    public Uni<Order> one(Caller resident, UUID id) {
        return sql.inTx(resident.tenant(), connection -> members
                .of(connection, resident.tenant(), UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(member -> Orders.find(Statements.on(connection), resident.tenant(), id)
                        .map(found -> found.filter(one -> one.account().equals(member.account())).orElseThrow(Refusal::notFound))));
    }

    /** Newest first. @throws Refusal 404 for who stands at no till */
    public Uni<Page<Order>> ofShop(Caller seller, String after) {
        return sql.inTx(seller.tenant(), connection -> merchants
                .ofResident(connection, seller.tenant(), UUID.fromString(seller.id()))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(shop -> Orders.at(Statements.on(connection), seller.tenant(), shop.id(), after)));
    }

    private Uni<Member> member(SqlConnection connection, Caller resident) {
        return members.of(connection, resident.tenant(), UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow(MemberRefusals::notMember));
    }
}
