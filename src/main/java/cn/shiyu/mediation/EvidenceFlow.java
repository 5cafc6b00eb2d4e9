package cn.shiyu.mediation;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.files.FileFlow;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** 举证: each side's list of what it shows, with photos or recordings; both sides and the mediator see it. */
@ApplicationScoped
public class EvidenceFlow {

    static final String FILES = "mediation-evidence";
    static final int SHORT = 100;

    private static final String ADD = """
            insert into mediation_evidence (tenant_id, mediation_id, evidence_id, side, name_sealed, shows_sealed, at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String WITHDRAW = """
            update mediation_evidence set withdrawn_at = $5
            where tenant_id = $1 and mediation_id = $2 and evidence_id = $3 and side = $4 and withdrawn_at is null""";
    private static final String ALL = """
            select evidence_id, side, name_sealed, shows_sealed, at from mediation_evidence
            where tenant_id = $1 and mediation_id = $2 and withdrawn_at is null order by evidence_id limit 200""";

    @Inject
    MediationStep step;

    @Inject
    FileFlow files;

    @Inject
    Sealer sealer;

    /** @throws Refusal 422 {@code name}, {@code shows}, {@code photos} */
    public Uni<Void> add(
            Caller resident, IdempotencyKey key, UUID id, String name, String shows, List<FileUpload> photos) {
        new Typing().needs("name", name, SHORT).needs("shows", shows, Typing.WORDS).orRefuse();
        UUID evidence = UuidCreator.getTimeOrderedEpoch();
        return files.acceptAll(resident, "photos", photos)
                .chain(kept -> step.once(resident, key, id, MediationAction.SHOW_EVIDENCE, at -> {
                    TenantId tenant = at.tenant();
                    Object[] row = {
                        tenant.value(), id, evidence, at.standing().name(),
                        sealer.seal(tenant, Purpose.CONFIDENCE, label(evidence, "name"), Typing.clean(name)),
                        sealer.seal(tenant, Purpose.CONFIDENCE, label(evidence, "shows"), Typing.clean(shows)), at.now()
                    };
                    return at.sql().update(ADD, row)
                            .chain(() -> files.attach(
                                    at.connection(), resident, "photos", kept.stream().map(FileRef::id).toList(), FILES, evidence))
                            .chain(() -> step.happened(
                                    at, "EvidenceShown", Map.of("evidence", evidence.toString(), "files", kept.size())))
                            .chain(() -> step.tellOthers(at, "evidence"));
                }, Typing.clean(name), Typing.clean(shows)));
    }

    /** One's own, shown by mistake. @throws Refusal 404 for what is not theirs */
    public Uni<Void> withdraw(Caller resident, UUID id, UUID evidence) {
        return step.take(resident, id, MediationAction.SHOW_EVIDENCE, at -> at.sql()
                .update(WITHDRAW, at.tenant().value(), id, evidence, at.standing().name(), at.now())
                .invoke(rows -> {
                    if (rows == 0) {
                        throw Refusal.notFound();
                    }
                })
                .chain(() -> step.happened(at, "EvidenceWithdrawn", Map.of("evidence", evidence.toString()))));
    }

    Uni<List<Evidence>> of(Statements sql, TenantId tenant, UUID id) {
        return sql.select(ALL, tenant.value(), id)
                .map(lines -> lines.stream().map(line -> opened(tenant, line)).toList());
    }

    private Evidence opened(TenantId tenant, Line line) {
        UUID id = line.uuid(0);
        return new Evidence(
                id, Side.valueOf(line.text(1)),
                sealer.openText(tenant, Purpose.CONFIDENCE, label(id, "name"), line.bytes(2)),
                sealer.openText(tenant, Purpose.CONFIDENCE, label(id, "shows"), line.bytes(3)), line.instant(4));
    }

    private static String label(UUID evidence, String column) {
        return "mediation-evidence:" + evidence + ":" + column;
    }
}
