package cn.shiyu.legal;

import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the two write to each other: the table {@code legal_message}, sealed. */
@ApplicationScoped
class ConsultationWords {

    private static final int MOST = 500;
    private static final String ADD = """
            insert into legal_message (tenant_id, consultation_id, message_id, advisor, words_sealed, at)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String ALL = """
            select message_id, advisor, words_sealed, at from legal_message where tenant_id = $1 and consultation_id = $2
            order by message_id limit $3""";

    @Inject
    Sealer sealer;

    /** @param advisor login, or null when it is the person */
    record Message(String advisor, String words, Instant at) {}

    Uni<Void> add(Statements sql, TenantId tenant, UUID consultation, String advisor, String words, Instant at) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        byte[] sealed = sealer.seal(tenant, Purpose.CONFIDENCE, "legal:" + id, words);
        return sql.update(ADD, tenant.value(), consultation, id, advisor, sealed, at).replaceWithVoid();
    }

    Uni<List<Message>> of(Statements sql, TenantId tenant, UUID consultation) {
        return sql.select(ALL, tenant.value(), consultation, MOST)
                .map(lines -> lines.stream().map(line -> message(tenant, line)).toList());
    }

    private Message message(TenantId tenant, Line line) {
        String words = sealer.openText(tenant, Purpose.CONFIDENCE, "legal:" + line.uuid(0), line.bytes(2));
        return new Message(line.text(1), words, line.instant(3));
    }

    byte[] title(TenantId tenant, UUID consultation, String title) {
        return sealer.seal(tenant, Purpose.CONFIDENCE, "legal-title:" + consultation, title);
    }

    String title(TenantId tenant, Consultation it) {
        return sealer.openText(tenant, Purpose.CONFIDENCE, "legal-title:" + it.id(), it.title());
    }
}
