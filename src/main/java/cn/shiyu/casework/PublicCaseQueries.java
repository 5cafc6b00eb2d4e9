package cn.shiyu.casework;

import cn.shiyu.clock.ClockQueries;
import cn.shiyu.identity.ActorKind;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the city has released on its board ({@link BoardQueries}), for programs: by time of submission, newest first, or by
 * number. By number a partner also finds what it brought in itself. Two statements, however many cases.
 */
@ApplicationScoped
public class PublicCaseQueries {

    private static final String COLUMNS = """
            select c.case_id, c.number, c.board_subject, c.board_text, c.status, c.category_code, c.region_code, c.lead_unit,
              c.lng, c.lat, c.submitted_at, c.updated_at""";
    private static final String PUBLISHED =
            COLUMNS + ", false from case_file c where c.tenant_id = $1 and c.published_at is not null";
    /** Beside the public copy what the partner brought; {@code $3} is null for everybody else. */
    private static final String BY_NUMBER = COLUMNS + """
            , (o.partner_id = $3) is true, c.subject, c.body, c.address, c.reply, o.media_url
            from case_file c left join case_origin o on o.tenant_id = c.tenant_id and o.case_id = c.case_id
            where c.tenant_id = $1 and c.number = any($2) and (c.published_at is not null or o.partner_id = $3)
            order by c.submitted_at desc, c.case_id desc""";

    @Inject
    TenantSql sql;

    @Inject
    ClockQueries clocks;

    @Inject
    CaseNames names;

    public Uni<List<PublicCase>> search(City city, PublicCaseFilter filter) {
        List<Object> arguments = new ArrayList<>(List.of(city.id().value(), filter.from(), filter.until()));
        StringBuilder text = new StringBuilder(PUBLISHED).append(" and c.submitted_at between $2 and $3");
        if (!filter.categories().isEmpty()) {
            arguments.add(filter.categories().toArray(String[]::new));
            text.append(" and c.category_code = any($4)");
        }
        if (filter.over() != null) {
            text.append(filter.over() ? " and c.closed_at is not null" : " and c.closed_at is null");
        }
        text.append(" order by c.submitted_at desc, c.case_id desc limit ").append(filter.most());
        text.append(" offset ").append(filter.offset());
        return read(city, text.toString(), arguments.toArray());
    }

    /** Those of the numbers that the caller may see; unseen and not there are alike. */
    public Uni<List<PublicCase>> byNumbers(City city, Caller caller, List<String> numbers) {
        String[] wanted = numbers.stream().map(CaseNumber::normalise).toArray(String[]::new);
        UUID partner = caller.kind() == ActorKind.PARTNER ? UUID.fromString(caller.id()) : null;
        return read(city, BY_NUMBER, city.id().value(), wanted, partner);
    }

    private Uni<List<PublicCase>> read(City city, String text, Object... arguments) {
        return sql.inTx(city.id(), connection -> Statements.on(connection)
                .select(text, arguments)
                .chain(lines -> promises(connection, city, lines).map(ends -> cases(city, lines, ends))));
    }

    private Uni<Map<UUID, Instant>> promises(SqlConnection connection, City city, List<Line> lines) {
        UUID[] ids = lines.stream().map(line -> line.uuid(0)).toArray(UUID[]::new);
        return ids.length == 0
                ? Uni.createFrom().item(Map.of())
                : clocks.promises(connection, city.id(), CaseStreams.TYPE, ids);
    }

    private List<PublicCase> cases(City city, List<Line> lines, Map<UUID, Instant> ends) {
        return lines.stream()
                .map(line -> one(city, line).promised(ends.get(line.uuid(0))))
                .toList();
    }

    private PublicCase one(City city, Line line) {
        boolean own = line.truth(12);
        return new PublicCase(
                line.text(1),
                own,
                line.text(own ? 13 : 2),
                line.text(own ? 14 : 3),
                CaseStatus.valueOf(line.text(4)),
                line.text(5),
                names.category(city, line.text(5)),
                line.text(6),
                names.region(city, line.text(6)),
                own ? line.text(15) : null,
                names.unit(city, line.text(7)),
                (Double) line.values()[8],
                (Double) line.values()[9],
                own ? line.text(16) : null,
                own ? line.text(17) : null,
                line.instant(10),
                line.instant(11),
                null);
    }
}
