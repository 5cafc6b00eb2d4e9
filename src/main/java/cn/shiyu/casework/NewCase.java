package cn.shiyu.casework;

import cn.shiyu.category.Categories;
import cn.shiyu.identity.Caller;
import cn.shiyu.identity.Role;
import cn.shiyu.organisation.UnitDirectory;
import cn.shiyu.organisation.Units;
import cn.shiyu.platform.crypto.BlindIndex;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Makes a case of a checked submission: trimmed, its contact sealed, at the lowest centre where somebody dispatches. */
@ApplicationScoped
class NewCase {

    @Inject
    Units units;

    @Inject
    Categories categories;

    @Inject
    Sealer sealer;

    @Inject
    BlindIndex index;

    Case of(City city, Caller caller, UUID id, Submission typed, Instant at) {
        Case file = new Case();
        file.tenantId = city.id().value();
        file.caseId = id;
        file.kind = CaseKind.valueOf(typed.kind());
        file.categoryCode = typed.category() == null || typed.category().isBlank() ? null : typed.category();
        file.grade = grade(city, file.categoryCode);
        file.visibility = Visibility.valueOf(typed.visibility());
        file.anonymous = typed.anonymous();
        words(file, typed);
        place(city, file, typed);
        contact(city, file, typed);
        file.surface = caller.surface().name();
        file.residentId = caller.isResident() ? caller.id() : null;
        file.submittedAt = at;
        file.move(CaseStatus.SUBMITTED, at);
        return file;
    }

    Grade grade(City city, String category) {
        return category == null
                ? Grade.NORMAL
                : categories.of(city).find(category)
                        .flatMap(found -> CaseOffer.grade(found.defaultGrade()))
                        .orElse(Grade.NORMAL);
    }

    private static void words(Case file, Submission typed) {
        file.subject = typed.subject().strip();
        file.body = typed.body().strip();
    }

    private void place(City city, Case file, Submission typed) {
        UnitDirectory directory = units.of(city);
        file.regionCode = typed.region();
        file.address = Words.optional("address", "详细地点", typed.address(), 200);
        file.lng = typed.lng();
        file.lat = typed.lat();
        file.centreUnit = directory
                .nextOccupiedCentre(directory.centreOf(typed.region()).code(), Role.DISPATCHER)
                .code();
    }

    private void contact(City city, Case file, Submission typed) {
        String row = file.caseId.toString();
        String name = Words.optional("contactName", "联系人姓名", typed.contactName(), 50);
        if (name != null) {
            file.contactName = sealer.seal(city.id(), Purpose.CONTACT, row, name);
        }
        if (typed.contactPhone() != null && !typed.contactPhone().isBlank()) {
            String phone = Phones.normalise(typed.contactPhone());
            file.contactPhone = sealer.seal(city.id(), Purpose.CONTACT, row, phone);
            file.contactPhoneDigest = index.digest(city.id(), Purpose.LOOKUP, "phone|" + phone);
        }
    }
}
