package cn.shiyu.moralbank.till;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Reads payments: a shop's by who stands at its till, a member's own. */
@ApplicationScoped
public class ChargeQueries {

    @Inject
    TenantSql sql;

    @Inject
    MerchantQueries merchants;

    @Inject
    MemberQueries members;

    /** Newest first. @throws Refusal 404 for who stands at no till */
    public Uni<Page<Charge>> ofShop(Caller seller, String after) {
        return sql.inTx(seller.tenant(), connection -> merchants
                .ofResident(connection, seller.tenant(), UUID.fromString(seller.id()))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(shop -> Charges.at(Statements.on(connection), seller.tenant(), shop.id(), after)));
    }

    /** @throws Refusal 404 for another shop's */
    public Uni<Charge> one(Caller seller, UUID id) {
        return sql.inTx(seller.tenant(), connection -> merchants
                .ofResident(connection, seller.tenant(), UUID.fromString(seller.id()))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .chain(shop -> Charges.find(Statements.on(connection), seller.tenant(), id)
                        .map(found -> found.filter(one -> one.merchant().equals(shop.id())).orElseThrow(Refusal::notFound))));
    }

    /** Newest first. @throws Refusal 409 {@code not-a-member} */
    public Uni<Page<Charge>> own(Caller resident, String after) {
        return sql.inTx(resident.tenant(), connection -> members
                .of(connection, resident.tenant(), UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow(MemberRefusals::notMember))
                .chain(member -> Charges.by(Statements.on(connection), resident.tenant(), member.account(), after)));
    }
}
