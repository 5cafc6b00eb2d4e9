package cn.shiyu.casework;

import cn.shiyu.clock.ClockView;
import cn.shiyu.eventlog.StoredEvent;
import cn.shiyu.identity.Caller;
import cn.shiyu.platform.crypto.Masking;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.platform.files.FileRef;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Assembles what one caller sees of one case. */
@ApplicationScoped
class CaseViews {

    @Inject
    CaseSight sight;

    @Inject
    CaseNames names;

    @Inject
    TimeLine timeLine;

    @Inject
    LookUpCodes codes;

    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    CaseView of(
            City city,
            Caller caller,
            Case file,
            CaseOrigin origin,
            List<StoredEvent> told, List<ClockView> clocks, List<FileRef> files) {
        Set<CaseAction> allowed = sight.allowed(city, caller, file);
        boolean staff = caller.isStaff();
        boolean contact = staff && sight.mayKnowWho(city, caller, file) || isOwner(caller, file);
        boolean none = file.dueAt.equals(Case.NEVER);
        return new CaseView(
                file.caseId,
                file.number,
                file.version,
                file.kind,
                names.kind(city, file.kind.name()),
                file.status,
                file.grade,
                names.grade(city, file.grade.name()),
                file.visibility,
                file.anonymous,
                file.subject,
                file.body,
                file.categoryCode,
                names.category(city, file.categoryCode),
                file.regionCode,
                names.region(city, file.regionCode),
                file.address,
                file.lng,
                file.lat,
                file.surface,
                contact ? Masking.name(open(city, file, file.contactName)) : null,
                contact ? Masking.phone(open(city, file, file.contactPhone)) : null,
                file.centreUnit,
                names.unit(city, file.centreUnit),
                file.leadUnit,
                names.unit(city, file.leadUnit),
                List.copyOf(file.assistUnits),
                file.assistUnits.stream().map(unit -> names.unit(city, unit)).collect(Collectors.toList()),
                file.returns,
                file.reworks,
                file.extensionAsked == null ? null : (int) file.extensionAsked,
                file.reply,
                file.rating,
                file.ratingWords,
                allowed.contains(CaseAction.RATE)
                        && (file.ratedAt == null || file.finishedAt != null && file.ratedAt.isBefore(file.finishedAt)),
                file.boardSubject,
                file.boardText,
                file.publishedAt != null,
                file.submittedAt,
                file.finishedAt,
                file.closedAt,
                none ? null : file.dueAt,
                none ? null : CaseRow.light(file.warnAt, file.dueAt, clock.instant()),
                allowed,
                staff ? timeLine.forStaff(city, told) : timeLine.forResident(city, told),
                clocks,
                files,
                isOwner(caller, file) ? codes.of(city.id(), file.caseId) : null,
                staff ? masked(origin, contact) : null);
    }

    /** How to reach the person stays away from whoever may not know who asks. */
    private static CaseOrigin masked(CaseOrigin origin, boolean contact) {
        if (origin == null) {
            return null;
        }
        return origin.withContacts(
                contact
                        ? origin.contacts().stream()
                                .map(one -> new CaseOrigin.Contact(one.kind(), Masking.handle(one.value())))
                                .toList()
                        : List.of());
    }

    private static boolean isOwner(Caller caller, Case file) {
        return caller.isResident() && caller.id().equals(file.residentId);
    }

    String open(City city, Case file, byte[] sealed) {
        return sealed == null ? null : sealer.openText(city.id(), Purpose.CONTACT, file.caseId.toString(), sealed);
    }
}
