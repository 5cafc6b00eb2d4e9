package cn.shiyu.moralbank.member;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.AccountKind;
import cn.shiyu.moralbank.ledger.Accounts;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Joining: nobody is a member who did not say so. Whoever left may come again, with a new account. */
@ApplicationScoped
public class JoinFlow {

    /** Of the text that says what is kept; a new text gets a new number. */
    static final int CONSENT = 1;

    private static final int LONGEST_NAME = 20;
    private static final String JOIN = """
            insert into bank_member (tenant_id, resident_id, account_id, region, name_sealed, consent, joined_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant_id, resident_id) do nothing""";

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    @Inject
    Accounts accounts;

    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    /**
     * @param resident who asks
     * @param name how they want to be called, up to 20 characters
     * @param region code of a township or community of the city
     * @param agreed that they read what is kept
     * @throws Refusal 422 naming the field, 409 {@code already-a-member}
     */
    public Uni<Member> join(Caller resident, String name, String region, boolean agreed) {
        String called = name == null ? "" : name.strip();
        check(resident, called, region, agreed);
        return sql.inTx(resident.tenant(), connection -> join(connection, resident, called, region));
    }

    private void check(Caller resident, String name, String region, boolean agreed) {
        List<FieldError> faults = new ArrayList<>();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.add(new FieldError("name", Messages.get("bank.refusal.name", LONGEST_NAME)));
        }
        RegionTree tree = regions.of(cities.byId(resident.tenant()));
        boolean fits = tree.find(region)
                .filter(one -> one.level() == RegionLevel.TOWNSHIP || one.level() == RegionLevel.VILLAGE)
                .isPresent();
        if (!fits) {
            faults.add(new FieldError("region", Messages.get("bank.refusal.region")));
        }
        if (!agreed) {
            faults.add(new FieldError("agreed", Messages.get("bank.refusal.agreed")));
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
    }

    private Uni<Member> join(SqlConnection connection, Caller resident, String name, String region) {
        UUID who = UUID.fromString(resident.id());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return accounts.open(connection, resident.tenant(), AccountKind.RESIDENT).chain(account -> {
            byte[] sealed = sealer.seal(resident.tenant(), Purpose.IDENTITY, MemberQueries.row(account), name);
            return Statements.on(connection)
                    .update(JOIN, resident.tenant().value(), who, account, region, sealed, CONSENT, now)
                    .map(joined -> {
                        if (joined == 0) {
                            throw MemberRefusals.alreadyMember();
                        }
                        return new Member(who, account, region, name, now);
                    });
        });
    }
}
