package cn.shiyu.moralbank.volunteering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An activity at its organiser's desk, with everybody who comes. @param acts names of what can be done now */
public record DeskView(ActivityView it, String unitCode, String budget, List<Person> people, List<String> acts) {

    /**
     * @param called as they want to be called
     * @param waits whether they only wait for a place
     * @param computed minutes from in to out within the activity; {@code minutes} confirmed, null before
     * @param because why a time was set or changed by hand, null where none was
     * @param trouble words on why points are not booked yet, or null
     * @param odd what is worth a look before confirming
     */
    public record Person(
            UUID resident, String called, boolean waits, Instant in, Instant out, int computed, Integer minutes, String because,
            Long points, String capped, String trouble, List<OddityKind> odd) {

        /** What the form starts with. */
        public int proposed() {
            return minutes == null ? computed : minutes;
        }
    }

    public boolean may(String act) {
        return acts.contains(act);
    }

    public List<Person> signed() {
        return people.stream().filter(one -> !one.waits()).toList();
    }

    public List<Person> waiting() {
        return people.stream().filter(Person::waits).toList();
    }
}
