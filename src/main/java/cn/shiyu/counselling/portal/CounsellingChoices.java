package cn.shiyu.counselling.portal;

import cn.shiyu.counselling.CounsellingSettings;
import cn.shiyu.counselling.Counsellor;
import cn.shiyu.counselling.Way;
import cn.shiyu.platform.web.Choice;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import java.util.Arrays;
import java.util.List;

/** What the filters offer. */
record CounsellingChoices(List<Choice> fields, List<Choice> ways, List<Choice> languages) {

    static CounsellingChoices of(City city) {
        CounsellingSettings settings = CounsellingSettings.of(city);
        return new CounsellingChoices(
                named(settings.fields()),
                Arrays.stream(Way.values())
                        .map(way -> new Choice(way.name(), Messages.get("counselling.way." + way)))
                        .toList(),
                named(settings.languages()));
    }

    static List<Choice> fields(City city) {
        return named(CounsellingSettings.of(city).fields());
    }

    /** Whom one may write to instead. */
    static List<Choice> others(City city, String login) {
        return CounsellingSettings.of(city).counsellors().stream()
                .filter(Counsellor::writes)
                .filter(one -> !one.login().equals(login))
                .map(one -> new Choice(one.login(), one.name()))
                .toList();
    }

    private static List<Choice> named(List<CounsellingSettings.Named> list) {
        return list.stream().map(one -> new Choice(one.code(), one.name())).toList();
    }
}
