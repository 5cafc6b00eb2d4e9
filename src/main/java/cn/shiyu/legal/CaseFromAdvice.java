package cn.shiyu.legal;

import cn.shiyu.casework.Submission;
import cn.shiyu.casework.SubmissionFlow;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.idempotency.IdempotencyKey;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes a case of a consultation: the person's own words go over, the advisor's do not. Filing and noting the number are two
 * transactions; the key is the consultation's own, so whoever presses again finds the same case.
 */
@ApplicationScoped
public class CaseFromAdvice {

    /** Of the text of a case (casework), less what we say below it. */
    private static final int ROOM = 3800;

    @Inject
    ConsultationQueries queries;

    @Inject
    SubmissionFlow submissions;

    @Inject
    ConsultationStep step;

    @Inject
    Clock clock;

    /** @return the case's number @throws cn.shiyu.platform.problem.Refusal 404 when it is not theirs */
    public Uni<String> file(Caller resident, UUID id) {
        IdempotencyKey key = new IdempotencyKey("legal-case." + id);
        return queries.one(resident, id)
                .chain(it -> it.caseNumber() != null
                        ? Uni.createFrom().item(it.caseNumber())
                        : number(resident, key, it).call(number -> link(resident, id, number)));
    }

    private Uni<String> number(Caller resident, IdempotencyKey key, ConsultationView it) {
        return submissions
                .filedUnder(resident, key)
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(before.get())
                        : submissions.submit(resident, key, submission(it)).map(receipt -> receipt.number()));
    }

    private static Submission submission(ConsultationView it) {
        return new Submission(
                "DISPUTE", null, it.title(), story(it), it.region(), null, null, null, List.of(), "CONFIDENTIAL",
                it.shownName() == null, null, null);
    }

    private static String story(ConsultationView it) {
        String own = it.messages().stream()
                .filter(said -> said.by() == null)
                .map(ConsultationView.Message::words)
                .collect(Collectors.joining("\n\n"));
        int most = own.codePointCount(0, own.length()) <= ROOM ? own.length() : own.offsetByCodePoints(0, ROOM);
        return own.substring(0, most) + "\n\n" + Messages.get("legal.fromAdvice", "/legal/consultations/" + it.id());
    }

    private Uni<Void> link(Caller resident, UUID id, String number) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return step.take(resident, id, ConsultationAction.FILE_CASE, at -> at.it().caseNumber() != null
                ? Uni.createFrom().voidItem()
                : Consultations.filed(at.sql(), at.tenant(), id, number)
                        .chain(() -> step.happened(
                                at.connection(), resident, id, "ConsultationBecameCase", Map.of("case", number), now)));
    }
}
