package cn.shiyu.legal;

import cn.shiyu.law.LawQueries;
import cn.shiyu.platform.web.Times;
import cn.shiyu.region.Regions;
import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Makes views of consultations: codes become words, seals are opened for whoever was found to be entitled. */
@ApplicationScoped
class ConsultationViews {

    @Inject
    Regions regions;

    @Inject
    Advisors advisors;

    @Inject
    ConsultationWords words;

    @Inject
    LawQueries laws;

    ConsultationView listed(City city, Consultation it) {
        return view(city, it, List.of(), List.of(), false);
    }

    ConsultationView whole(
            City city, Consultation it, ConsultationStanding standing, List<ConsultationWords.Message> said) {
        List<String> acts = Arrays.stream(ConsultationAction.values())
                .filter(action -> ConsultationTransitions.may(action, it.status(), standing))
                .map(Enum::name)
                .toList();
        List<ConsultationView.Message> messages = said.stream()
                .map(one -> new ConsultationView.Message(
                        one.advisor() == null ? null : name(city, one.advisor()), one.words(), one.at(), cited(city, one)))
                .toList();
        boolean seesConflict = standing != ConsultationStanding.ASKER;
        return view(city, it, acts, messages, seesConflict);
    }

    private List<ConsultationView.Cited> cited(City city, ConsultationWords.Message one) {
        LocalDate day = one.at().atZone(Times.ZONE).toLocalDate();
        return one.advisor() == null
                ? List.of()
                : laws.cited(city, one.words(), day).stream()
                        .map(hit -> new ConsultationView.Cited(
                                hit.citation(), hit.ref().href() + "?on=" + day, hit.article().text()))
                        .toList();
    }

    private ConsultationView view(
            City city, Consultation it, List<String> acts, List<ConsultationView.Message> said, boolean seesConflict) {
        return new ConsultationView(
                it.id(), words.title(city.id(), it), LegalSettings.of(city).fieldName(it.field()),
                it.region(), regions.of(city).find(it.region()).map(one -> one.fullName()).orElse(it.region()), it.shownName(),
                it.advisor(), name(city, it.advisor()), it.status(), it.escalated(), seesConflict && it.conflict(),
                it.outcome(), it.dueAt(), it.askedAt(), it.rating(), it.caseNumber(), acts, said);
    }

    private String name(City city, String login) {
        return advisors.find(city, login).map(LegalAdvisor::name).orElse(login);
    }
}
