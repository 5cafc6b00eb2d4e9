package cn.shiyu.moralbank.award;

import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of drafts. */
@ApplicationScoped
class DraftRows {

    private static final String COLUMNS = """
            select draft_id, terms, state, version, made_by, made_at, sim_state, sim_from, sim_to, sim_done, sim_total, sim_result
            from bank_rules_draft where tenant_id = $1""";
    private static final String ONE = COLUMNS + " and draft_id = $2";
    private static final String OPEN = COLUMNS + " and state = 'OPEN' order by draft_id desc limit 50";
    private static final String ADD = """
            insert into bank_rules_draft (tenant_id, draft_id, terms, made_by, made_at) values ($1, $2, $3, $4, $5)""";
    private static final String ASK = """
            update bank_rules_draft set sim_state = 'ASKED', sim_from = $3, sim_to = $4, sim_done = 0, sim_total = 0, sim_at = $5,
              sim_result = null where tenant_id = $1 and draft_id = $2""";
    private static final String TAKE = """
            update bank_rules_draft set sim_state = 'RUNNING', sim_done = 0, sim_at = $2 where tenant_id = $1 and draft_id = (
              select draft_id from bank_rules_draft where tenant_id = $1
                and (sim_state = 'ASKED' or (sim_state = 'RUNNING' and sim_at < $3)) order by sim_at limit 1 for update skip locked)
            returning draft_id""";
    private static final String GOES_ON = """
            update bank_rules_draft set sim_done = $3, sim_total = $4, sim_at = $5
            where tenant_id = $1 and draft_id = $2 and sim_state = 'RUNNING'""";
    private static final String END = """
            update bank_rules_draft set sim_state = $3, sim_done = sim_total, sim_at = $4, sim_result = $5
            where tenant_id = $1 and draft_id = $2 and sim_state = 'RUNNING'""";
    private static final String CLOSE = "update bank_rules_draft set state = $3, version = $4 where tenant_id = $1 and draft_id = $2";

    @Inject
    RulesQueries rules;

    @Inject
    ObjectMapper json;

    Uni<Optional<RulesDraft>> find(Statements sql, TenantId tenant, UUID id) {
        return sql.first(ONE, tenant.value(), id).map(found -> found.map(this::draft));
    }

    Uni<Optional<RulesDraft>> lock(Statements sql, TenantId tenant, UUID id) {
        return sql.first(ONE + " for no key update", tenant.value(), id).map(found -> found.map(this::draft));
    }

    Uni<List<RulesDraft>> open(Statements sql, TenantId tenant) {
        return sql.select(OPEN, tenant.value()).map(lines -> lines.stream().map(this::draft).toList());
    }

    Uni<Integer> add(Statements sql, TenantId tenant, UUID id, BankTerms terms, String by, Instant at) {
        return sql.update(ADD, tenant.value(), id, rules.write(terms), by, at);
    }

    Uni<Integer> ask(Statements sql, TenantId tenant, UUID id, LocalDate from, LocalDate to, Instant at) {
        return sql.update(ASK, tenant.value(), id, from, to, at);
    }

    /** One that waits, or that nobody has worked on since then. */
    Uni<Optional<UUID>> take(Statements sql, TenantId tenant, Instant now, Instant still) {
        return sql.first(TAKE, tenant.value(), now, still).map(found -> found.map(line -> line.uuid(0)));
    }

    Uni<Integer> goesOn(Statements sql, TenantId tenant, UUID id, long done, long total, Instant at) {
        return sql.update(GOES_ON, tenant.value(), id, done, total, at);
    }

    /** @param result null: it failed */
    Uni<Integer> end(Statements sql, TenantId tenant, UUID id, Simulated result, Instant at) {
        return sql.update(
                END, tenant.value(), id, result == null ? "FAILED" : "DONE", at, result == null ? null : write(result));
    }

    Uni<Integer> close(Statements sql, TenantId tenant, UUID id, RulesDraft.State state, Integer version) {
        return sql.update(CLOSE, tenant.value(), id, state.name(), version);
    }

    private RulesDraft draft(Line line) {
        return new RulesDraft(
                line.uuid(0), rules.read(line.text(1)), RulesDraft.State.valueOf(line.text(2)), line.missing(3) ? null : line.number(3),
                line.text(4), line.instant(5), RulesDraft.Simulation.valueOf(line.text(6)), (LocalDate) line.values()[7],
                (LocalDate) line.values()[8], line.bigNumber(9), line.bigNumber(10), line.missing(11) ? null : result(line.text(11)));
    }

    private Simulated result(String text) {
        try {
            return json.readValue(text, Simulated.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Simulated result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
