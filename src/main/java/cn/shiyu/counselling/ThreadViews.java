package cn.shiyu.counselling;

import cn.shiyu.tenancy.City;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** Makes views of talks: codes become words, seals are opened for whoever was found to be entitled. */
@ApplicationScoped
class ThreadViews {

    @Inject
    Vault vault;

    ThreadView listed(City city, CounsellingThread it) {
        return view(city, it, List.of(), List.of());
    }

    ThreadView whole(City city, CounsellingThread it, CounsellingStanding standing, List<CounsellingWords.Message> said) {
        List<String> acts = Arrays.stream(CounsellingAction.values())
                .filter(action -> CounsellingTransitions.may(action, it.status(), standing))
                .map(Enum::name)
                .toList();
        List<ThreadView.Message> messages = said.stream()
                .map(one -> new ThreadView.Message(
                        one.counsellor() == null ? null : name(city, one.counsellor()), one.words(), one.at()))
                .toList();
        return view(city, it, acts, messages);
    }

    private ThreadView view(City city, CounsellingThread it, List<String> acts, List<ThreadView.Message> said) {
        CounsellingSettings settings = CounsellingSettings.of(city);
        return new ThreadView(
                it.id(), vault.alias(city.id(), it.id(), it.alias()), settings.fieldName(it.field()), it.counsellor(),
                name(city, it.counsellor()),
                settings.provider(it.provider()).map(Provider::name).orElse(it.provider()), it.status(), it.urgent(),
                it.offeredTo(), it.offeredTo() == null ? null : name(city, it.offeredTo()), it.dueAt(), it.reminded(), it.late(),
                it.openedAt(), it.movedAt(), acts, said);
    }

    private static String name(City city, String login) {
        return CounsellingSettings.of(city).counsellor(login).map(Counsellor::name).orElse(login);
    }
}
