package cn.shiyu.moralbank.honour;

import cn.shiyu.moralbank.award.AwardWatcher;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;

/** Writes what is given into the book, if the member agreed, and into the sums; takes out what is taken back. */
@Singleton
class HonourWatcher implements AwardWatcher {

    @Inject
    CityDirectory cities;

    @Inject
    Townships townships;

    @Override
    public Uni<Void> given(SqlConnection connection, TenantId tenant, Member member, UUID award, String kind, LocalDate day) {
        Statements on = Statements.on(connection);
        City city = cities.byId(tenant);
        String township = townships.of(city, member.region());
        return BookRows.add(on, tenant, award, member, township, Hushed.of(city))
                .chain(() -> BoardRows.count(on, tenant, award, member, township, Hushed.of(city)));
    }

    @Override
    public Uni<Void> takenBack(SqlConnection connection, TenantId tenant, UUID award) {
        Statements on = Statements.on(connection);
        return BookRows.strike(on, tenant, award).chain(() -> BoardRows.uncount(on, tenant, award, Hushed.of(cities.byId(tenant))));
    }
}
