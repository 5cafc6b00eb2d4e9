package cn.shiyu.counselling;

import cn.shiyu.platform.paging.Page;
import cn.shiyu.tenancy.City;
import java.util.List;

/** Finds a city's counsellors by field, way and language, in the tenant file's order. */
public final class Counsellors {

    public static final int PAGE = 10;

    private Counsellors() {}

    /** What somebody looks for; null or blank: any. @param way name of a {@link Way} */
    public record Wish(String field, String way, String language) {

        boolean fits(Counsellor one) {
            return any(field, one.fields())
                    && any(language, one.languages())
                    && any(way, one.ways().stream().map(Enum::name).toList());
        }

        private static boolean any(String wanted, List<String> has) {
            return wanted == null || wanted.isBlank() || has.contains(wanted);
        }
    }

    /** @param after login of the last one of the page before, or null */
    public static Page<CounsellorView> page(City city, Wish wish, String after) {
        List<Counsellor> found =
                CounsellingSettings.of(city).counsellors().stream().filter(wish::fits).toList();
        int from = 1 + found.stream().map(Counsellor::login).toList().indexOf(after == null ? "" : after);
        List<Counsellor> shown = found.stream().skip(from).limit(PAGE).toList();
        String next = found.size() > from + PAGE ? shown.get(PAGE - 1).login() : null;
        return new Page<>(shown.stream().map(one -> view(city, one)).toList(), next);
    }

    public static CounsellorView view(City city, Counsellor one) {
        CounsellingSettings settings = CounsellingSettings.of(city);
        Provider provider = settings.provider(one.provider()).orElseThrow();
        return new CounsellorView(
                one.login(), one.name(), one.words(), provider.name(), provider.kind(),
                one.fields().stream().map(settings::fieldName).toList(),
                one.languages().stream().map(settings::languageName).toList(),
                one.ways().stream().map(Enum::name).toList(), one.writes(), one.bookable() != null);
    }
}
