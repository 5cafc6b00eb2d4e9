package cn.shiyu.casework;

import cn.shiyu.casework.CaseOrigin.Answer;
import cn.shiyu.casework.CaseOrigin.Contact;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table {@code case_origin}: at most one row a case. */
@ApplicationScoped
class CaseOrigins {

    private static final String INSERT = """
            insert into case_origin (tenant_id, case_id, partner_id, partner_name, media_url, details, contacts_sealed)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String SELECT = """
            select partner_id, partner_name, media_url, details, contacts_sealed
            from case_origin where tenant_id = $1 and case_id = $2""";

    @Inject
    Sealer sealer;

    @Inject
    ObjectMapper json;

    Uni<Void> add(SqlConnection connection, TenantId tenant, UUID caseId, CaseOrigin origin) {
        byte[] contacts = sealer.seal(tenant, Purpose.CONTACT, row(caseId), write(origin.contacts()));
        return Statements.on(connection)
                .update(
                        INSERT,
                        tenant.value(),
                        caseId,
                        origin.partnerId(),
                        origin.partner(),
                        origin.mediaUrl(),
                        write(origin.details()),
                        contacts)
                .replaceWithVoid();
    }

    /** With the contacts open: whoever shows them masks them or has made the look an event. Null for cases of our own ways in. */
    Uni<CaseOrigin> of(Mutiny.Session session, Case file) {
        return file.cameFromAPartner()
                ? find(session, new TenantId(file.tenantId), file.caseId).map(found -> found.orElse(null))
                : Uni.createFrom().nullItem();
    }

    private Uni<Optional<CaseOrigin>> find(Mutiny.Session session, TenantId tenant, UUID caseId) {
        return Statements.on(session)
                .first(SELECT, tenant.value(), caseId)
                .map(found -> found.map(line -> read(tenant, caseId, line)));
    }

    private CaseOrigin read(TenantId tenant, UUID caseId, Line line) {
        String contacts = sealer.openText(tenant, Purpose.CONTACT, row(caseId), line.bytes(4));
        return new CaseOrigin(
                line.uuid(0),
                line.text(1),
                line.text(2),
                List.of(read(line.text(3), Answer[].class)),
                List.of(read(contacts, Contact[].class)));
    }

    private static String row(UUID caseId) {
        return caseId + "|origin";
    }

    private String write(List<?> list) {
        try {
            return json.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records are always JSON", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("case_origin holds what this class wrote", e);
        }
    }
}
