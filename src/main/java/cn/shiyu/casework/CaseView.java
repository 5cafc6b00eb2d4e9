package cn.shiyu.casework;

import cn.shiyu.clock.ClockView;
import cn.shiyu.clock.Light;
import cn.shiyu.platform.files.FileRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One case with everything on it that this caller may see, names resolved.
 *
 * @param contactName masked (王*), null where this caller may not know who asks
 * @param contactPhone masked (138****0000), null where this caller may not know who asks
 * @param allowed what this caller may do now: exactly these get a button
 * @param timeLine oldest first; residents read only what is meant for them
 * @param lookUpCode only for the resident whose case it is
 * @param origin for staff, of a case that another system brought in; its contacts masked; otherwise null
 */
public record CaseView(
        UUID id,
        String number,
        int version,
        CaseKind kind,
        String kindName,
        CaseStatus status,
        Grade grade,
        String gradeName,
        Visibility visibility,
        boolean anonymous,
        String subject,
        String body,
        String categoryCode,
        String category,
        String regionCode,
        String region,
        String address,
        Double lng,
        Double lat,
        String surface,
        String contactName,
        String contactPhone,
        String centreUnit,
        String centre,
        String leadUnit,
        String lead,
        List<String> assistUnits,
        List<String> assists,
        int returns,
        int reworks,
        Integer extensionAsked,
        String reply,
        RatingLevel rating,
        String ratingWords,
        boolean mayRate,
        String boardSubject,
        String boardText,
        boolean published,
        Instant submittedAt,
        Instant finishedAt,
        Instant closedAt,
        Instant dueAt,
        Light light,
        Set<CaseAction> allowed,
        List<TimeLineEntry> timeLine,
        List<ClockView> clocks,
        List<FileRef> files,
        String lookUpCode,
        CaseOrigin origin) {

    public boolean may(String action) {
        return allowed.contains(CaseAction.valueOf(action));
    }
}
