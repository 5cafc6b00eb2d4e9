package cn.shiyu.moralbank.award;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.household.Households;
import cn.shiyu.moralbank.ledger.LedgerEntry;
import cn.shiyu.moralbank.ledger.LedgerQueries;
import cn.shiyu.moralbank.member.StandingQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The history of a member's own account and of their household's, as people read it. */
@ApplicationScoped
public class HistoryQueries {

    private static final int PAGE = 20;

    @Inject
    StandingQueries standing;

    @Inject
    Households households;

    @Inject
    LedgerQueries books;

    @Inject
    TenantSql sql;

    @Inject
    RulesQueries rules;

    @Inject
    CityDirectory cities;

    /** Newest first. @throws cn.shiyu.platform.problem.Refusal 409 {@code not-a-member} */
    public Uni<Page<HistoryLine>> own(Caller resident, String after) {
        return standing.history(resident, after).chain(page -> lines(resident.tenant(), page));
    }

    /** Of the household that the resident is let into. @throws Refusal 404 for whoever is in none */
    public Uni<Page<HistoryLine>> household(Caller resident, String after) {
        return sql.inTx(resident.tenant(), connection -> households
                        .account(connection, resident.tenant(), UUID.fromString(resident.id()))
                        .map(found -> found.orElseThrow(Refusal::notFound))
                        .chain(account -> books.history(connection, resident.tenant(), account, after, PAGE)))
                .chain(page -> lines(resident.tenant(), page));
    }

    /** Of any account, newest first. Whoever asks must know that it is theirs to see. */
    public Uni<Page<HistoryLine>> of(TenantId tenant, UUID account, String after) {
        return sql.inTx(tenant, connection -> books.history(connection, tenant, account, after, PAGE)).chain(page -> lines(tenant, page));
    }

    private Uni<Page<HistoryLine>> lines(TenantId tenant, Page<LedgerEntry> page) {
        return rules.current(cities.byId(tenant))
                .map(version -> page.map(entry -> new HistoryLine(entry.at(), words(version.terms(), entry), entry.points())));
    }

    /** The kind's name for awards; for the rest the words of its reason, where there are any. */
    private static String words(BankTerms terms, LedgerEntry entry) {
        String move = Messages.get("bank.move." + entry.kind());
        Optional<String> why = entry.reason().startsWith(Awards.REASON)
                ? Optional.of(name(terms, entry.reason().substring(Awards.REASON.length())))
                : Messages.find("bank.reason." + entry.reason()).or(() -> Messages.find(entry.reason()));
        return why.map(words -> move + " · " + words).orElse(move);
    }

    /** Kinds that later rules dropped keep a name: the rest of the code's meaning is gone. */
    private static String name(BankTerms terms, String code) {
        return terms.kind(code).map(AwardKind::name).orElseGet(() -> Messages.get("bank.formerKind"));
    }
}
