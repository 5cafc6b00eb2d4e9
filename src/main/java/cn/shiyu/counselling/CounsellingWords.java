package cn.shiyu.counselling;

import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.sql.Line;
import cn.shiyu.platform.sql.Statements;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the two write to each other: the table {@code counselling_message}, sealed. */
@ApplicationScoped
class CounsellingWords {

    static final int LONGEST = 4000;

    /** Of one talk, so that it can be read, and taken along, whole. */
    static final int MOST = 500;

    private static final String ADD = """
            insert into counselling_message (tenant_id, thread_id, message_id, counsellor, words_sealed, at)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String ALL = """
            select message_id, counsellor, words_sealed, at from counselling_message where tenant_id = $1 and thread_id = $2
            order by message_id limit $3""";

    @Inject
    Vault vault;

    /** @param counsellor login, or null when it is the person */
    record Message(String counsellor, String words, Instant at) {

        @Override
        public String toString() {
            return "Message[" + at + "]";
        }
    }

    Uni<Void> add(Statements sql, TenantId tenant, UUID thread, String counsellor, String words, Instant at) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return sql.update(ADD, tenant.value(), thread, id, counsellor, vault.words(tenant, thread, id, words), at)
                .replaceWithVoid();
    }

    Uni<List<Message>> of(Statements sql, TenantId tenant, UUID thread) {
        return sql.select(ALL, tenant.value(), thread, MOST)
                .map(lines -> lines.stream().map(line -> message(tenant, thread, line)).toList());
    }

    private Message message(TenantId tenant, UUID thread, Line line) {
        return new Message(
                line.text(1), vault.words(tenant, thread, line.uuid(0), line.bytes(2)), line.instant(3));
    }

    /** Stripped. @throws Refusal 422 naming {@code words} */
    static String checked(String typed) {
        String words = clean(typed);
        if (words.isEmpty()) {
            throw Refusal.badInput("words", Messages.get("counselling.refusal.empty"));
        }
        if (words.length() > LONGEST) {
            throw Refusal.badInput("words", Messages.get("counselling.refusal.long", LONGEST, words.length() - LONGEST));
        }
        return words;
    }

    static String clean(String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }
}
