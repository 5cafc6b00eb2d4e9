package cn.shiyu.moralbank.award;

import cn.shiyu.clock.Calendars;
import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.Ledger;
import cn.shiyu.moralbank.ledger.Source;
import cn.shiyu.moralbank.ledger.Transfer;
import cn.shiyu.moralbank.ledger.TransferKind;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.Region;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Gives points for what was done, by the rules of the day on which it was done. The member's row is locked meanwhile, so that caps
 * hold however many give at once. Tells nobody: whoever gives knows the words for it.
 */
@ApplicationScoped
public class Awards {

    /** Followed by the kind's code: the reason in the books. */
    public static final String REASON = "award:";

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    Regions regions;

    @Inject
    MemberQueries members;

    @Inject
    RulesQueries rules;

    @Inject
    Ledger ledger;

    @All
    @Inject
    List<AwardWatcher> watchers;

    @Inject
    Clock clock;

    /**
     * Once for each source and member: a repeat answers with what was given then.
     *
     * @throws Refusal 403 {@code may-not-give} by the kind's givers, 409 {@code no-such-kind} where the rules of that day know none,
     *     409 {@code no-budget} when no budget has enough for the member's region, 409 {@code not-enough-points} when the named one has not
     */
    public Uni<Granted> grant(SqlConnection connection, Caller by, Earned earned) {
        return members.lock(connection, by.tenant(), earned.resident()).chain(found -> found.isEmpty()
                ? Uni.createFrom().item(new Granted(null, 0, Granted.NOT_A_MEMBER, null))
                : AwardRows.earlier(Statements.on(connection), by.tenant(), earned, found.get().account())
                        .chain(earlier -> earlier.isPresent()
                                ? Uni.createFrom().item(earlier.get())
                                : grant(connection, by, earned, found.get())));
    }

    private Uni<Granted> grant(SqlConnection connection, Caller by, Earned earned, Member member) {
        Statements sql = Statements.on(connection);
        return rules.on(connection, by.tenant(), earned.day()).chain(version -> {
            AwardKind kind = kind(by, version, earned);
            long base = version.terms().base(kind, earned.quantity(), earned.day());
            return AwardRows.had(sql, by.tenant(), member.account(), kind.code(), earned.day())
                    .map(had -> version.terms().cut(kind, base, had))
                    .chain(cut -> book(connection, by, earned, member, version, base, cut));
        });
    }

    private static AwardKind kind(Caller by, BankRules version, Earned earned) {
        AwardKind kind = version.terms().kind(earned.kind())
                .orElseThrow(() -> new Refusal(409, "no-such-kind", Messages.get("bank.refusal.noSuchKind")));
        if (by.isResident() || (by.isStaff() && kind.givers().stream().noneMatch(by::holds))) {
            throw new Refusal(403, "may-not-give", Messages.get("bank.refusal.mayNotGive", kind.name()));
        }
        return kind;
    }

    private Uni<Granted> book(
            SqlConnection connection, Caller by, Earned earned, Member member, BankRules version, long base, BankTerms.Cut cut) {
        Statements sql = Statements.on(connection);
        UUID award = UuidCreator.getTimeOrderedEpoch();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = today(by.tenant());
        Function<UUID, Function<UUID, AwardRows.Row>> row = budget -> transfer -> new AwardRows.Row(
                award, member.account(), earned, today, base, cut, budget, transfer, version.version(), now);
        if (cut.points() == 0) {
            return AwardRows.add(sql, by.tenant(), row.apply(null).apply(null))
                    .chain(() -> tell(connection, by, member, award, earned))
                    .replaceWith(new Granted(award, 0, cut.capped(), null));
        }
        return budget(sql, by.tenant(), earned, member, cut.points()).chain(budget -> ledger
                .post(connection, by, new Transfer(
                        "award:" + award, TransferKind.AWARD, budget, member.account(), cut.points(),
                        today.plusMonths(version.terms().expiryMonths()), REASON + earned.kind(), earned.source(), version.version()))
                .call(receipt -> AwardRows.add(sql, by.tenant(), row.apply(budget).apply(receipt.transfer())))
                .call(() -> tell(connection, by, member, award, earned))
                .map(receipt -> new Granted(award, cut.points(), cut.capped(), receipt.transfer())));
    }

    private Uni<Void> tell(SqlConnection connection, Caller by, Member member, UUID award, Earned earned) {
        return each(watcher -> watcher.given(connection, by.tenant(), member, award, earned.kind(), earned.day()));
    }

    private Uni<UUID> budget(Statements sql, TenantId tenant, Earned earned, Member member, long points) {
        if (earned.budget() != null) {
            return Uni.createFrom().item(earned.budget());
        }
        City city = cities.byId(tenant);
        List<String> path = regions.of(city).path(member.region()).stream().map(Region::code).toList();
        return AwardRows.nearest(sql, tenant, path, points)
                .map(found -> found.orElseThrow(() -> new Refusal(409, "no-budget", Messages.get("bank.refusal.noBudget"))));
    }

    /**
     * Takes an award back that was wrong; never a penalty. Once: a second call does nothing.
     *
     * @param reason code of the words; no personal data
     * @throws Refusal 404; 409 {@code not-enough-points} when the points are spent
     */
    public Uni<Void> revoke(SqlConnection connection, Caller by, UUID award, String reason) {
        Statements sql = Statements.on(connection);
        return AwardRows.lock(sql, by.tenant(), award).map(found -> found.orElseThrow(Refusal::notFound)).chain(standing -> {
            if (standing.revoked()) {
                return Uni.createFrom().voidItem();
            }
            return AwardRows.revoke(sql, by.tenant(), award, today(by.tenant()), reason)
                    .chain(() -> Optional.ofNullable(standing.transfer())
                            .map(transfer -> ledger.reverse(
                                            connection, by, "revoke:" + award, transfer, reason, new Source("award", award.toString()))
                                    .replaceWithVoid())
                            .orElseGet(() -> Uni.createFrom().voidItem()))
                    .chain(() -> each(watcher -> watcher.takenBack(connection, by.tenant(), award)));
        });
    }

    private Uni<Void> each(Function<AwardWatcher, Uni<Void>> work) {
        return Multi.createFrom().iterable(watchers).onItem().transformToUniAndConcatenate(work::apply).collect().last().replaceWithVoid();
    }

    private LocalDate today(TenantId tenant) {
        return calendars.of(cities.byId(tenant)).date(clock.instant());
    }
}
