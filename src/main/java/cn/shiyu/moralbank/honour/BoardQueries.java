package cn.shiyu.moralbank.honour;

import cn.shiyu.clock.Calendars;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.region.Region;
import cn.shiyu.region.RegionLevel;
import cn.shiyu.region.RegionTree;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the boards of this month and this quarter: who did most, never who did least. */
@ApplicationScoped
public class BoardQueries {

    static final int MOST = 20;

    // The figure stands in the text so that the index is known to fit.
    private static final String COMMUNITIES = """
            select region, members, minutes, deeds from bank_board
            where tenant_id = $1 and span = $2 and starts = $3 and members >= 5 and %1$s > 0 %2$s order by %1$s desc, region limit 21""";
    private static final String SMALL = """
            select region from bank_board
            where tenant_id = $1 and span = $2 and starts = $3 and members between 1 and 4 %s order by region limit 20""";
    private static final String PERSONS = """
            select b.account_id, c.naming, m.name_sealed, c.pen_sealed, b.minutes, b.deeds from bank_board_member b
            join bank_honour_consent c on c.tenant_id = b.tenant_id and c.account_id = b.account_id and c.boards
            join bank_member m on m.tenant_id = b.tenant_id and m.account_id = b.account_id
            where b.tenant_id = $1 and b.span = $2 and b.starts = $3 and b.shown and b.%1$s > 0
            order by b.%1$s desc, b.account_id limit 21""";

    @Inject
    TenantSql sql;

    @Inject
    Regions regions;

    @Inject
    Calendars calendars;

    @Inject
    HonourNames names;

    @Inject
    Clock clock;

    /**
     * @param township code, null or blank for all; persons are always of the whole city
     * @throws Refusal 404 for what is no township of the city
     */
    public Uni<Boards> of(City city, BoardSpan span, BoardMeasure by, String township) {
        LocalDate starts = span.starts(calendars.of(city).date(clock.instant()));
        RegionTree tree = regions.of(city);
        boolean all = township == null || township.isBlank();
        if (!all && tree.find(township).filter(one -> one.level() == RegionLevel.TOWNSHIP).isEmpty()) {
            throw Refusal.notFound();
        }
        List<Object> where = new ArrayList<>(List.of(city.id().value(), span.name(), starts));
        Object[] persons = where.toArray();
        if (!all) {
            where.add(township);
        }
        String within = all ? "" : "and township = $4";
        return sql.inTx(city.id(), connection -> {
            Statements on = Statements.on(connection);
            return on.select(COMMUNITIES.formatted(by.column(), within), where.toArray()).chain(communities -> on
                    .select(SMALL.formatted(within), where.toArray())
                    .chain(small -> on.select(PERSONS.formatted(by.column()), persons).map(people -> new Boards(
                            span, starts, by,
                            Ranked.of(communities.stream().map(line -> community(tree, line)).toList(), MOST, one -> one.by(by)),
                            small.stream().map(line -> place(tree, line.text(0))).toList(),
                            Ranked.of(people.stream().map(line -> person(city, line)).toList(), MOST, one -> one.by(by))))));
        });
    }

    private static CommunityLine community(RegionTree tree, Line line) {
        return new CommunityLine(place(tree, line.text(0)), line.bigNumber(1), line.bigNumber(2), line.bigNumber(3));
    }

    private static String place(RegionTree tree, String region) {
        return tree.find(region).map(Region::fullName).orElse("");
    }

    private PersonLine person(City city, Line line) {
        String name = names.shown(city.id(), line.uuid(0), Naming.valueOf(line.text(1)), line.bytes(2), line.bytes(3));
        return new PersonLine(name, line.bigNumber(4), line.bigNumber(5));
    }
}
