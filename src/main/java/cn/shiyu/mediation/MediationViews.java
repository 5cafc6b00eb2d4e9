package cn.shiyu.mediation;

import cn.shiyu.platform.crypto.Masking;
import cn.shiyu.platform.crypto.Purpose;
import cn.shiyu.platform.crypto.Sealer;
import cn.shiyu.region.Region;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes views of mediations: codes become words, and each sees of the other what they may. */
@ApplicationScoped
class MediationViews {

    @Inject
    Regions regions;

    @Inject
    Sealer sealer;

    static String titleLabel(UUID id) {
        return "mediation-title:" + id;
    }

    String title(City city, Mediation it) {
        return sealer.openText(city.id(), Purpose.CONFIDENCE, titleLabel(it.id()), it.title());
    }

    String place(City city, Mediation it) {
        return regions.of(city).find(it.region()).map(Region::fullName).orElse(it.region());
    }

    MediationItem item(City city, Mediation it, MediationStanding standing) {
        MediationSettings settings = MediationSettings.of(city);
        String mediator = it.mediator() == null
                ? null
                : settings.mediator(it.mediator()).map(Mediator::name).orElse(it.mediator());
        return new MediationItem(
                it.id(), title(city, it), settings.shelfName(it.shelf()), place(city, it), it.status(), mediator, it.appliedAt(),
                it.answerDue(), it.dueAt(), isTurnOf(it, standing));
    }

    private static boolean isTurnOf(Mediation it, MediationStanding standing) {
        return switch (it.status()) {
            case RESPONDENT_CHOOSES -> standing == MediationStanding.RESPONDENT;
            case APPLICANT_CHOOSES -> standing == MediationStanding.APPLICANT;
            case MATCHED -> standing == MediationStanding.MEDIATOR;
            case HANDING_OVER -> standing.side() != null && !it.consented(standing.side());
            default -> false;
        };
    }

    static List<String> acts(Mediation it, MediationStanding standing) {
        return Arrays.stream(MediationAction.values())
                .filter(action -> MediationTransitions.may(action, it.status(), standing))
                .filter(action -> action != MediationAction.INVITE_AGAIN || it.respondent() == null)
                .filter(action -> action != MediationAction.CONSENT || !it.consented(standing.side()))
                .map(Enum::name)
                .toList();
    }

    /** The party as this looker may see it. */
    static Party seen(Map<Side, Party> both, Side side, MediationStanding by, boolean joined) {
        Party party = both.get(side);
        boolean own = by.side() == side;
        if (own || by == MediationStanding.MEDIATOR) {
            return party;
        }
        // Before taking part the other party learns who asks and what for, not the story.
        return new Party(
                side, party.name(), Masking.phone(party.phone()), joined ? party.story() : null, party.claim(), null, 0);
    }
}
