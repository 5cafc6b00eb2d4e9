package cn.shiyu.mediation;

import java.util.List;
import java.util.UUID;

/**
 * What somebody who wants a mediation types.
 *
 * @param mediators logins in the order in which they are wanted, up to three
 * @param caseNumber of the person's own case that it comes of, or null
 * @param consultation of the person's own, or null
 */
public record Application(
        String shelf,
        String region,
        String title,
        String story,
        String claim,
        String ownName,
        String ownPhone,
        String otherName,
        String otherPhone,
        List<String> mediators,
        String caseNumber,
        UUID consultation) {

    /** @throws cn.shiyu.platform.problem.Refusal 422 naming each field */
    void orRefuse(MediationSettings settings, boolean regionKnown) {
        new Typing()
                .that(settings.knowsShelf(shelf), "shelf", "shelf")
                .that(regionKnown, "region", "region")
                .needs("title", title, Typing.TITLE)
                .needs("story", story, Typing.WORDS)
                .needs("claim", claim, Typing.WORDS)
                .needs("ownName", ownName, Typing.NAME)
                .phone("ownPhone", ownPhone)
                .needs("otherName", otherName, Typing.NAME)
                .phone("otherPhone", otherPhone)
                .that(!Typing.digits(ownPhone).equals(Typing.digits(otherPhone)), "otherPhone", "samePhone")
                .orRefuse();
        Choosing.checked(settings, mediators);
    }

    Party own() {
        return new Party(
                Side.APPLICANT, Typing.clean(ownName), Typing.digits(ownPhone), Typing.clean(story), Typing.clean(claim), null, 0);
    }

    Party other() {
        return new Party(Side.RESPONDENT, Typing.clean(otherName), Typing.digits(otherPhone), null, null, null, 0);
    }
}
