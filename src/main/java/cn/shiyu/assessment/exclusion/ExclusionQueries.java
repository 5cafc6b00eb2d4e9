package cn.shiyu.assessment.exclusion;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.paging.Page;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import cn.shiyu.tenancy.TenantSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Applications to read: one's own unit's, and all for those who oversee. */
@ApplicationScoped
public class ExclusionQueries {

    private static final int PAGE = 20;

    @Inject
    TenantSql sql;

    @Inject
    ExclusionSight sight;

    @Inject
    Sealer sealer;

    /** What somebody is about to ask for. */
    public record Subject(UUID stream, int seq, String type, Instant occurredAt, String caseNumber, String unit) {}

    /** Whether the list is anything for this one. */
    public boolean hasAny(City city, Caller staff) {
        return sight.oversees(city, staff) || sight.own(staff).length > 0;
    }

    /** Whether this one may ask that a figure of the unit be left out. */
    public boolean asksFor(Caller staff, String unit) {
        return sight.asksFor(staff, unit);
    }

    /** Newest first. @param state null for all @throws Refusal 403 for who neither asks nor oversees */
    public Uni<Page<Exclusion>> list(City city, Caller staff, ExclusionState state, String after) {
        boolean all = sight.oversees(city, staff);
        String[] own = sight.own(staff);
        if (!all && own.length == 0) {
            return Uni.createFrom().failure(new Refusal(403, "assessment-not-yours", Messages.get("assessment.refusal.notYours")));
        }
        return sql.inTx(city.id(), connection -> Exclusions.list(
                        Statements.on(connection), city.id(), state, all ? null : own, cursor(after), PAGE + 1))
                .map(rows -> {
                    List<Exclusion> shown = rows.stream().limit(PAGE).map(row -> view(city, staff, row)).toList();
                    return new Page<>(shown, rows.size() > PAGE ? shown.get(PAGE - 1).id().toString() : null);
                });
    }

    /** @throws Refusal 404 */
    public Uni<Exclusion> one(City city, Caller staff, UUID id) {
        return sql.inTx(city.id(), connection -> Exclusions.find(Statements.on(connection), city.id(), id))
                .map(found -> found.filter(row -> sight.reads(city, staff, row.unit())).orElseThrow(Refusal::notFound))
                .map(row -> view(city, staff, row));
    }

    /** @throws Refusal 404 unless it is a figure of a unit the reader may ask for */
    public Uni<Subject> subject(City city, Caller staff, UUID stream, int seq) {
        return sql.inTx(city.id(), connection -> Exclusions.subject(Statements.on(connection), city.id(), stream, seq))
                .map(found -> found.filter(it -> sight.asksFor(staff, it.unit())).orElseThrow(Refusal::notFound))
                .map(it -> new Subject(stream, seq, it.type(), it.occurredAt(), it.caseNumber(), it.unit()));
    }

    private Exclusion view(City city, Caller staff, ExclusionRow row) {
        boolean open = row.state() == ExclusionState.OPEN;
        return new Exclusion(
                row.id(), row.unit(), row.stream(), row.seq(), row.type(), row.occurredAt(), row.caseNumber(), row.reason(),
                opened(city, row.id(), "words", row.words()), row.state(), row.appliedName(), row.appliedAt(), row.decidedName(),
                row.decidedAt(), opened(city, row.id(), "decision", row.decision()), open && sight.decides(city, staff, row.unit()),
                open && sight.asksFor(staff, row.unit()));
    }

    private String opened(City city, UUID id, String field, byte[] sealed) {
        return sealed == null ? null : sealer.openText(city.id(), Purpose.CONFIDENCE, ExclusionFlow.sealedIn(id, field), sealed);
    }

    private static UUID cursor(String after) {
        try {
            return after == null || after.isBlank() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
