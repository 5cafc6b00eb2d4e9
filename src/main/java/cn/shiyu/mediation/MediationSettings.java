package cn.shiyu.mediation;

import cn.shiyu.clock.Limit;
import cn.shiyu.tenancy.City;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code mediation} of a tenant file, which a city may leave out: then it has no expert supermarket.
 *
 * @param choose within which a party answers while the two choose; 7 days without one
 * @param take within which the mediator takes it or not; 3 working days without one
 * @param whole within which it should be over; 30 days without one (人民调解工作若干规定 art. 33)
 * @param video beginning of a Jitsi-compatible room's address: {@code https://meet.example.cn/}; null where the city has no such server
 * @param session code of the booking service whose times sessions take
 * @param levels of mediators, the highest first
 */
public record MediationSettings(
        Limit choose,
        Limit take,
        Limit whole,
        String video,
        String session,
        List<Named> shelves,
        List<Named> languages,
        List<Named> levels,
        List<MediationBody> bodies,
        List<Mediator> mediators) {

    public static final String SECTION = "mediation";

    private static final MediationSettings NONE =
            new MediationSettings(null, null, null, null, null, null, null, null, null, null);

    /** A code with its Chinese name. */
    public record Named(String code, String name) {}

    public MediationSettings {
        choose = choose == null ? Limit.calendarDays(7) : choose;
        take = take == null ? Limit.workingDays(3) : take;
        whole = whole == null ? Limit.calendarDays(30) : whole;
        session = session == null ? "mediation-session" : session;
        shelves = shelves == null ? List.of() : List.copyOf(shelves);
        languages = languages == null ? List.of() : List.copyOf(languages);
        levels = levels == null ? List.of() : List.copyOf(levels);
        bodies = bodies == null ? List.of() : List.copyOf(bodies);
        mediators = mediators == null ? List.of() : List.copyOf(mediators);
    }

    public static MediationSettings of(City city) {
        return city.sections().contains(SECTION) ? city.section(SECTION, MediationSettings.class) : NONE;
    }

    public boolean offered() {
        return !mediators.isEmpty();
    }

    public Optional<Mediator> mediator(String login) {
        return mediators.stream().filter(one -> one.login().equals(login)).findFirst();
    }

    public MediationBody body(Mediator mediator) {
        return bodies.stream().filter(body -> body.code().equals(mediator.body())).findFirst().orElseThrow();
    }

    public boolean knowsShelf(String code) {
        return shelves.stream().anyMatch(shelf -> shelf.code().equals(code));
    }

    public String shelfName(String code) {
        return name(shelves, code);
    }

    public String languageName(String code) {
        return name(languages, code);
    }

    public String levelName(String code) {
        return name(levels, code);
    }

    private static String name(List<Named> list, String code) {
        return list.stream().filter(one -> one.code().equals(code)).map(Named::name).findFirst().orElse(code);
    }
}
