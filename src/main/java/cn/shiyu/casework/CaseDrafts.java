package cn.shiyu.casework;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantSql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The half-written report of each resident, one each, kept on the server: nothing typed is lost, whatever the device. Sealed as a
 * whole, since it holds names, numbers and troubles that nobody but its writer has any business with yet.
 */
@ApplicationScoped
public class CaseDrafts {

    /** Several times what a form may hold; more was not typed by a person. */
    private static final int MOST = 60_000;

    @Inject
    TenantSql sql;

    @Inject
    Sealer sealer;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** The draft, or a fresh one. */
    public Uni<CaseDraft> of(Caller resident) {
        return sql.inTx(resident.tenant(), connection -> Statements.on(connection)
                .first(
                        "select answers from case_draft where tenant_id = $1 and resident_id = $2",
                        resident.tenant().value(),
                        resident.id())
                .map(found -> found.map(line -> open(resident, line)).orElseGet(CaseDraft::begin)));
    }

    /** @throws Refusal 422 when it is larger than anybody types; nothing is kept then */
    public Uni<CaseDraft> save(Caller resident, CaseDraft draft) {
        String sealed = seal(resident, draft);
        return sql.inTx(resident.tenant(), connection -> Statements.on(connection)
                        .update(
                                """
                                insert into case_draft (tenant_id, resident_id, answers, updated_at) values ($1, $2, $3, $4)
                                on conflict (tenant_id, resident_id) do update set answers = $3, updated_at = $4""",
                                resident.tenant().value(),
                                resident.id(),
                                sealed,
                                clock.instant()))
                .replaceWith(draft);
    }

    /** 重新开始 */
    public Uni<Void> discard(Caller resident) {
        return sql.inTx(resident.tenant(), connection -> Statements.on(connection)
                        .update(
                                "delete from case_draft where tenant_id = $1 and resident_id = $2",
                                resident.tenant().value(),
                                resident.id()))
                .replaceWithVoid();
    }

    /** Keeps only what it became: a form sent again is led to its case rather than to an empty page. */
    public Uni<Void> sent(Caller resident, CaseDraft draft, String number) {
        return save(resident, draft.sentAs(number)).replaceWithVoid();
    }

    private String seal(Caller resident, CaseDraft draft) {
        String text = write(draft);
        if (text.length() > MOST) {
            throw Refusal.badInput("body", "内容太长,没有保存。请删减后再试。");
        }
        return Base64.getEncoder()
                .encodeToString(sealer.seal(resident.tenant(), Purpose.CONFIDENCE, row(resident), text));
    }

    private CaseDraft open(Caller resident, Line line) {
        byte[] sealed = Base64.getDecoder().decode(line.text(0));
        return read(sealer.openText(resident.tenant(), Purpose.CONFIDENCE, row(resident), sealed));
    }

    private static String row(Caller resident) {
        return "draft|" + resident.id();
    }

    private String write(CaseDraft draft) {
        try {
            return json.writeValueAsString(new Kept(draft.answers(), draft.key(), draft.sent()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft is always JSON", e);
        }
    }

    private CaseDraft read(String text) {
        try {
            Kept kept = json.readValue(text, Kept.class);
            return new CaseDraft(kept.answers(), kept.key(), kept.sent());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept draft is always JSON", e);
        }
    }

    /** As it is stored; the draft's own methods are no part of it. */
    private record Kept(Map<String, List<String>> answers, String key, String sent) {}
}
