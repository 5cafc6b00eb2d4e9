package cn.shiyu.moralbank.award;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.ledger.LedgerEntry;
import cn.shiyu.moralbank.member.StandingQueries;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.CityDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** A member's own history, as people read it. */
@ApplicationScoped
public class HistoryQueries {

    @Inject
    StandingQueries standing;

    @Inject
    RulesQueries rules;

    @Inject
    CityDirectory cities;

    /** Newest first. @throws cn.shiyu.platform.problem.Refusal 409 {@code not-a-member} */
    public Uni<Page<HistoryLine>> own(Caller resident, String after) {
        return rules.current(cities.byId(resident.tenant())).map(BankRules::terms).chain(terms -> standing.history(resident, after)
                .map(page -> page.map(entry -> new HistoryLine(entry.at(), words(terms, entry), entry.points()))));
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
