package cn.shiyu.moralbank.honour;

import cn.shiyu.identity.Caller;
import cn.shiyu.moralbank.award.AwardKind;
import cn.shiyu.moralbank.award.BankTerms;
import cn.shiyu.moralbank.award.RulesQueries;
import cn.shiyu.moralbank.member.Member;
import cn.shiyu.moralbank.member.MemberQueries;
import cn.shiyu.moralbank.member.MemberRefusals;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads the book: anyone what members let be shown, a member what is theirs. */
@ApplicationScoped
public class BookQueries {

    private static final int PAGE = 20;

    @Inject
    TenantSql sql;

    @Inject
    CityDirectory cities;

    @Inject
    Regions regions;

    @Inject
    RulesQueries rules;

    @Inject
    MemberQueries members;

    @Inject
    HonourNames names;

    /** Newest first. @throws Refusal 404 for a division that is no township or community of the city */
    public Uni<Page<Entry>> page(City city, BookFilter filter, String after) {
        BookSql select = new BookSql(city.id().value()).and("not h.hidden");
        place(city, select, filter.region());
        if (filter.kind() != null) {
            select.and("h.kind = ?", filter.kind());
        }
        if (filter.month() != null) {
            YearMonth month = filter.month();
            select.and("h.day between ? and ?", month.atDay(1), month.atEndOfMonth());
        }
        return rules.current(city).chain(version -> sql.inTx(city.id(), connection -> lines(connection, city, version.terms(), select, after)))
                .map(page -> page.map(OwnEntry::entry));
    }

    private void place(City city, BookSql select, String region) {
        if (region == null) {
            return;
        }
        RegionLevel level = regions.of(city).find(region).map(Region::level).orElse(RegionLevel.CITY);
        switch (level) {
            case TOWNSHIP -> select.and("h.township = ?", region);
            case VILLAGE -> select.and("h.region = ?", region);
            default -> throw Refusal.notFound();
        }
    }

    /** Kinds that can be in the book, by the rules of today. */
    public Uni<List<Choice>> kinds(City city) {
        Set<String> hushed = Set.of(Hushed.of(city));
        return rules.current(city).map(version -> version.terms().kinds().stream()
                .filter(kind -> !hushed.contains(kind.code()))
                .map(kind -> new Choice(kind.code(), kind.name()))
                .toList());
    }

    /** @throws Refusal 409 {@code not-a-member} */
    public Uni<OwnBook> own(Caller resident, String after) {
        City city = cities.byId(resident.tenant());
        return rules.current(city).chain(version -> sql.inTx(city.id(), connection -> members
                .of(connection, city.id(), UUID.fromString(resident.id()))
                .map(found -> found.orElseThrow(MemberRefusals::notMember))
                .chain(member -> own(connection, city, version.terms(), member, after))));
    }

    private Uni<OwnBook> own(SqlConnection connection, City city, BankTerms terms, Member member, String after) {
        BookSql select = new BookSql(city.id().value()).and("h.account_id = ?", member.account());
        return ConsentRows.of(Statements.on(connection), city.id(), member.account()).chain(said -> lines(connection, city, terms, select, after)
                .map(page -> new OwnBook(member.name(), said.map(line -> consent(city, member, line)).orElse(Consent.NONE), page)));
    }

    private Consent consent(City city, Member member, Line line) {
        return new Consent(
                line.truth(0), line.truth(1), Naming.valueOf(line.text(2)), names.pen(city.id(), member.account(), line.bytes(3)));
    }

    private Uni<Page<OwnEntry>> lines(SqlConnection connection, City city, BankTerms terms, BookSql select, String after) {
        BookCursor.of(after).ifPresent(from -> select.and("(h.day, h.award_id) < (?, ?)", from.day(), from.award()));
        return Statements.on(connection).select(select.text(PAGE + 1), select.arguments()).map(found -> {
            RegionTree tree = regions.of(city);
            List<OwnEntry> items = found.stream().limit(PAGE).map(line -> entry(city, tree, terms, line)).toList();
            Line last = found.size() > PAGE ? found.get(PAGE - 1) : null;
            return new Page<>(items, last == null ? null : new BookCursor((LocalDate) last.values()[3], last.uuid(0)).toString());
        });
    }

    private OwnEntry entry(City city, RegionTree tree, BankTerms terms, Line line) {
        String name = names.shown(city.id(), line.uuid(1), Naming.valueOf(line.text(8)), line.bytes(10), line.bytes(9));
        String kind = terms.kind(line.text(2)).map(AwardKind::name).orElseGet(() -> Messages.get("bank.formerKind"));
        String place = tree.find(line.text(4)).map(Region::fullName).orElse("");
        Entry entry = new Entry(name, kind, (LocalDate) line.values()[3], place, line.bigNumber(5), line.bigNumber(6));
        return new OwnEntry(line.uuid(0), entry, line.truth(7));
    }
}
