package cn.shiyu.casework;

import cn.shiyu.identity.Role;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.organisation.Units;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Makes a case of a message of the past: answered and closed then, filed away now, or waiting in today's intake. */
@ApplicationScoped
class PastCaseFile {

    @Inject
    Units units;

    @Inject
    NewCase newCase;

    Case of(City city, UUID id, PastCase past, Instant now) {
        Case file = new Case();
        file.tenantId = city.id().value();
        file.caseId = id;
        file.kind = past.kind();
        file.categoryCode = past.category();
        file.grade = newCase.grade(city, past.category());
        file.visibility = past.visibility();
        file.anonymous = past.anonymous();
        file.subject = past.subject();
        file.body = past.body();
        file.regionCode = past.region();
        file.centreUnit = centre(city, past.region());
        file.surface = "IMPORT";
        file.submittedAt = past.at();
        file.updatedAt = now;
        stand(file, past, now);
        board(file, past);
        return file;
    }

    private String centre(City city, String region) {
        UnitDirectory directory = units.of(city);
        return directory
                .nextOccupiedCentre(directory.centreOf(region).code(), Role.DISPATCHER)
                .code();
    }

    /** Closed when it was answered, so that nobody rates or reopens today what was settled years ago. */
    private static void stand(Case file, PastCase past, Instant now) {
        PastCase.Answer answer = past.answer();
        if (answer != null) {
            file.status = CaseStatus.CLOSED;
            file.leadUnit = answer.unit();
            file.reply = answer.words();
            file.rating = answer.rating();
            file.ratedAt = answer.rating() == null ? null : answer.at();
            file.finishedAt = answer.at();
            file.closedAt = answer.at();
        } else {
            file.status = past.open() ? CaseStatus.SUBMITTED : CaseStatus.CLOSED;
            file.closedAt = past.open() ? null : now;
        }
    }

    private static void board(Case file, PastCase past) {
        if (past.published()) {
            file.boardSubject = BoardDraft.of(past.subject());
            file.boardText = BoardDraft.of(past.body());
            file.publishedAt = Objects.requireNonNullElse(past.answer(), new PastCase.Answer(null, past.at(), null, null, null))
                    .at();
        }
    }
}
