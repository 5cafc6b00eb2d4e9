package cn.shiyu.moralbank.award;

import cn.shiyu.clock.Calendars;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.CityDirectory;
import cn.shiyu.tenancy.TenantId;
import cn.shiyu.tenancy.TenantSql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The versions of a city's rules. The first is frozen from the tenant file when it is first asked for. */
@ApplicationScoped
public class RulesQueries {

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private static final String COLUMNS = "select version, effective_from, terms, made_by, made_at from bank_rules where tenant_id = $1";
    private static final String ON = COLUMNS + " and effective_from <= $2 order by effective_from desc, version desc limit 1";
    private static final String ALL = COLUMNS + " order by version desc limit 200";
    static final String ADD = """
            insert into bank_rules (tenant_id, version, effective_from, terms, made_by, made_at) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing""";

    @Inject
    CityDirectory cities;

    @Inject
    Calendars calendars;

    @Inject
    TenantSql sql;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** The version in force on that day. */
    public Uni<BankRules> on(SqlConnection connection, TenantId tenant, LocalDate day) {
        Statements on = Statements.on(connection);
        LocalDate at = day.isBefore(BEGINNING) ? BEGINNING : day;
        return on.first(ON, tenant.value(), at).chain(found -> found.isPresent()
                ? Uni.createFrom().item(rules(found.get()))
                : on.update(
                                ADD, tenant.value(), 1, BEGINNING, write(BankSettings.of(cities.byId(tenant)).rules()), "tenant-file",
                                clock.instant())
                        .chain(() -> on.first(ON, tenant.value(), at))
                        .map(first -> rules(first.orElseThrow())));
    }

    /** The version in force today. */
    public Uni<BankRules> current(City city) {
        return sql.inTx(city.id(), connection -> on(connection, city.id(), calendars.of(city).date(clock.instant())));
    }

    /** Newest first; at most 200. */
    public Uni<List<BankRules>> all(SqlConnection connection, City city) {
        return on(connection, city.id(), BEGINNING)
                .chain(() -> Statements.on(connection).select(ALL, city.id().value()))
                .map(lines -> lines.stream().map(this::rules).toList());
    }

    private BankRules rules(Line line) {
        return new BankRules(line.number(0), (LocalDate) line.values()[1], read(line.text(2)), line.text(3), line.instant(4));
    }

    BankTerms read(String terms) {
        try {
            return json.readValue(terms, BankTerms.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String write(BankTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
