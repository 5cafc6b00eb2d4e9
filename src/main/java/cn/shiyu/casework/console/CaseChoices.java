package cn.shiyu.casework.console;

import cn.shiyu.casework.CaseOffer;
import cn.shiyu.casework.CaseView;
import cn.shiyu.casework.RatingLevel;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the open form of a case page offers to choose from. */
record CaseChoices(
        List<ChoiceGroup> topics,
        List<ChoiceGroup> units,
        List<Choice> grades,
        List<Choice> refusals,
        List<Choice> returns) {

    static CaseChoices of(City city, CaseView view, PlaceChoices places, UnitChoices units) {
        CaseOffer offer = CaseOffer.of(city);
        return new CaseChoices(
                places.topics(city, view.subject() + " " + view.body()),
                units.of(city, view),
                named(offer.grades()),
                offer.refusalReasons().stream().map(CaseChoices::refusal).toList(),
                offer.returnReasons().stream().map(reason -> new Choice(reason.name(), reason.name())).toList());
    }

    private static List<Choice> named(List<CaseOffer.Named> offered) {
        return offered.stream().map(one -> new Choice(one.code(), one.name())).toList();
    }

    private static Choice refusal(CaseOffer.Reason reason) {
        return new Choice(
                reason.code(), reason.name(), Messages.get("console.refusal.choice", reason.basis(), reason.pointTo()));
    }

    public List<Choice> visibilities() {
        return Stream.of("PUBLIC", "CONFIDENTIAL")
                .map(code -> new Choice(code, Messages.get("casework.visibility." + code)))
                .toList();
    }

    public List<Choice> audiences() {
        return Stream.of("resident", "internal")
                .map(code -> new Choice(
                        code, Messages.get("console.log." + code), Messages.get("console.log." + code + "Hint")))
                .toList();
    }

    public List<Choice> answers() {
        return Stream.of("true", "false")
                .map(code -> new Choice(code, Messages.get("console.answer." + code)))
                .toList();
    }

    public List<Choice> levels() {
        return Arrays.stream(RatingLevel.values())
                .map(level -> new Choice(level.name(), Messages.get("casework.rating." + level), null, icon(level)))
                .toList();
    }

    private static String icon(RatingLevel level) {
        return switch (level) {
            case VERY_SATISFIED, SATISFIED -> "mood-smile";
            case BASICALLY_SATISFIED -> "mood-neutral";
            case DISSATISFIED, VERY_DISSATISFIED -> "mood-sad";
        };
    }
}
