package cn.shiyu.moralbank.volunteering;

import cn.shiyu.identity.Caller;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Confirming the hours of everybody at once; points follow, each in a transaction of its own, exactly once. */
@ApplicationScoped
public class HoursFlow {

    private static final Logger LOG = Logger.getLogger(HoursFlow.class);
    private static final int DAY = 24 * 60;
    private static final int REASON = 200;

    @Inject
    ActivityStep step;

    @Inject
    Oddities oddities;

    @Inject
    HoursGrants grants;

    /** What the organiser decided for one. @param minutes as typed @param because why it is not what was computed, or blank */
    public record Decided(UUID resident, String minutes, String because) {}

    private record Final(Place place, int minutes, String because) {}

    /**
     * @param decided everybody with a place; whoever is left out keeps what was computed
     * @throws Refusal 409 once confirmed; 422 {@code minutes-<resident>}, {@code because-<resident>}
     */
    public Uni<Void> confirm(Caller organiser, UUID id, List<Decided> decided) {
        return step.take(organiser, id, ActivityAction.CONFIRM, at -> Places.of(at.sql(), at.tenant(), id)
                        .map(places -> checked(at.it(), places, decided))
                        .chain(finals -> write(at, finals)))
                // After the commit: what is confirmed stays so whatever becomes of the points, and the sweep goes on with them.
                .chain(() -> grants.all(organiser.tenant(), id)
                        .onFailure()
                        .invoke(failure -> LOG.warnf(failure, "points of activity %s wait for the sweep", id))
                        .onFailure()
                        .recoverWithNull());
    }

    private static List<Final> checked(Activity it, List<Place> places, List<Decided> decided) {
        List<FieldError> wrong = new ArrayList<>();
        List<Final> finals = places.stream()
                .filter(Place::isSigned)
                .map(place -> checked(it, place, decided, wrong))
                .toList();
        if (!wrong.isEmpty()) {
            throw Refusal.badInput(wrong);
        }
        return finals;
    }

    private static Final checked(Activity it, Place place, List<Decided> decided, List<FieldError> wrong) {
        int computed = ServedTime.minutes(it.starts(), it.ends(), place.in(), place.out());
        Decided typed = decided.stream()
                .filter(one -> one.resident().equals(place.resident()))
                .findFirst()
                .orElse(new Decided(place.resident(), "" + computed, ""));
        String text = typed.minutes() == null ? "" : typed.minutes().strip();
        String because = typed.because() == null ? "" : typed.because().strip();
        int minutes = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
        if (minutes < 0 || minutes > DAY) {
            wrong.add(new FieldError("minutes-" + place.resident(), Messages.get("earn.refusal.minutes")));
        }
        if (minutes != computed && because.isEmpty() || because.length() > REASON) {
            wrong.add(new FieldError("because-" + place.resident(), Messages.get("earn.refusal.minutesBecause")));
        }
        return new Final(place, minutes, minutes == computed ? null : because);
    }

    private Uni<Void> write(ActivityStep.At at, List<Final> finals) {
        int minutes = finals.stream().mapToInt(Final::minutes).sum();
        return Multi.createFrom()
                .iterable(finals)
                .onItem()
                .transformToUniAndConcatenate(one -> write(at, one))
                .collect()
                .last()
                .chain(() -> Activities.move(at.sql(), at.tenant(), at.id(), at.next(), null, null))
                .chain(() -> oddities.keep(at.sql(), at.tenant(), at.it(), at.now()))
                .chain(() -> step.happened(at, "HoursConfirmed", Map.of("people", finals.size(), "minutes", minutes)));
    }

    private Uni<Integer> write(ActivityStep.At at, Final one) {
        byte[] because = one.because() == null
                ? null
                : step.seal(at.tenant(), at.id(), one.place().resident(), "because", one.because());
        return Places.decide(at.sql(), at.tenant(), one.place(), one.minutes(), because, at.now());
    }
}
