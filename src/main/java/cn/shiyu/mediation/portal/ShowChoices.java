package cn.shiyu.mediation.portal;

import cn.shiyu.casework.RatingLevel;
import cn.shiyu.mediation.MediationSettings;
import cn.shiyu.mediation.MediationView;
import cn.shiyu.mediation.MediatorCard;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Messages;
import java.util.Arrays;
import java.util.List;

/** What the forms on a party's page offer. @param proposed of the other side @param mediators of the whole city */
record ShowChoices(List<Choice> proposed, List<Choice> mediators, List<Choice> levels) {

    static ShowChoices of(MediationSettings settings, MediationView it) {
        return new ShowChoices(
                it.proposed().stream().map(ShowChoices::card).toList(),
                ApplyChoices.mediators(settings),
                Arrays.stream(RatingLevel.values())
                        .map(level -> new Choice(level.name(), Messages.get("casework.rating." + level)))
                        .toList());
    }

    private static Choice card(MediatorCard card) {
        String hint = card.body() + " · " + Messages.get("mediation.kind." + card.kind()) + " · "
                + Messages.get("mediation.ended", card.record().ended());
        return new Choice(card.login(), card.name(), hint);
    }
}
