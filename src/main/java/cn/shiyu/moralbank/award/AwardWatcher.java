package cn.shiyu.moralbank.award;

import cn.shiyu.moralbank.member.Member;
import cn.shiyu.tenancy.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.UUID;

/** Hears of awards in the transaction in which they are given or taken back; a CDI bean. */
public interface AwardWatcher {

    /** Its row is written already. A cap may have left no points of it: done it was all the same. */
    Uni<Void> given(SqlConnection connection, TenantId tenant, Member member, UUID award, String kind, LocalDate day);

    Uni<Void> takenBack(SqlConnection connection, TenantId tenant, UUID award);
}
