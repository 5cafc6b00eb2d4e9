package cn.shiyu.booking;

import static org.assertj.core.api.Assertions.assertThat;

import cn.shiyu.clock.TestCalendars;
import cn.shiyu.clock.WorkCalendar;
import cn.shiyu.tenancy.TestCities;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When somebody is there, by the real calendar of 2026. */
class RotaTest {

    private static final WorkCalendar CALENDAR = TestCalendars.fresh().of(TestCities.jieshou());
    private static final Hours MORNING = hours(9, 12);
    private static final Hours AFTERNOON = hours(14, 17);

    private final List<RotaPattern> week = List.of(
            new RotaPattern(DayOfWeek.MONDAY, MORNING, false),
            new RotaPattern(DayOfWeek.MONDAY, AFTERNOON, false),
            new RotaPattern(DayOfWeek.THURSDAY, MORNING, true),
            new RotaPattern(DayOfWeek.SATURDAY, AFTERNOON, false));

    @Test
    void isThereAsTheWeekSays() {
        assertThat(on("2026-11-23")).containsExactly(MORNING, AFTERNOON);
        assertThat(on("2026-11-24")).isEmpty();
        assertThat(on("2026-11-28")).as("a planned Saturday").containsExactly(AFTERNOON);
    }

    @Test
    void isNotThereOnAHolidayUnlessTheRotaSaysSo() {
        assertThat(on("2026-10-05")).as("Monday in the week of the National Day").isEmpty();
        assertThat(on("2026-10-01")).as("Thursday, planned for holidays too").containsExactly(MORNING);
    }

    @Test
    void worksAMakeUpDayAsTheCitySaysWhereTheWeekDoesNotNameIt() {
        assertThat(on("2026-09-20")).as("Sunday made up for the National Day, as a Monday").containsExactly(MORNING, AFTERNOON);
        assertThat(on("2026-10-10")).as("Saturday made up, with hours of its own").containsExactly(AFTERNOON);
    }

    @Test
    void takesOutWhatIsClosedAndPutsInWhatIsExtra() {
        LocalDate monday = LocalDate.parse("2026-11-23");
        assertThat(rota(closed(monday, 10, 15)).on(monday)).containsExactly(hours(9, 10), hours(15, 17));
        assertThat(rota(extra(monday, 12, 14)).on(monday)).as("grown together").containsExactly(hours(9, 17));
        assertThat(rota(extra(monday.plusDays(1), 19, 21)).on(monday.plusDays(1))).containsExactly(hours(19, 21));
        assertThat(rota(extra(monday, 18, 20), closed(monday, 8, 23)).on(monday)).as("closed outweighs extra").isEmpty();
    }

    @Test
    void coversOnlyWhatItIsThereForAllTheWhile() {
        Rota rota = rota();
        assertThat(rota.covers(at("2026-11-23T09:00"), at("2026-11-23T12:00"))).isTrue();
        assertThat(rota.covers(at("2026-11-23T11:30"), at("2026-11-23T14:30"))).isFalse();
        assertThat(rota.covers(at("2026-11-24T09:00"), at("2026-11-24T10:00"))).isFalse();
    }

    @Test
    void offersTimesOneAfterTheOtherWithThePauseBetweenThem() {
        Agenda agenda = agenda(1, List.of());
        assertThat(agenda.free(service(30, 10, 60), day("2026-11-23"), day("2026-11-23"), at("2026-11-23T00:00")).map(Slot::start))
                .containsExactly(
                        at("2026-11-23T09:00"), at("2026-11-23T09:40"), at("2026-11-23T10:20"), at("2026-11-23T11:00"),
                        at("2026-11-23T14:00"), at("2026-11-23T14:40"), at("2026-11-23T15:20"), at("2026-11-23T16:00"));
    }

    @Test
    void offersNothingTooSoonNorTooFar() {
        Agenda agenda = agenda(1, List.of());
        ServiceOffer service = service(60, 0, 120);
        assertThat(agenda.free(service, day("2026-11-01"), day("2027-11-01"), at("2026-11-23T08:30")).map(Slot::start))
                .startsWith(at("2026-11-23T11:00"))
                .allMatch(start -> start.isBefore(at("2026-12-08T00:00")));
    }

    @Test
    void countsThoseBesideEachOther() {
        Instant nine = at("2026-11-23T09:00");
        Agenda agenda = agenda(2, List.of(new Taken(UUID.randomUUID(), 1, new Span(nine, nine.plusSeconds(3600)))));
        Slot first = agenda.free(service(60, 0, 0), day("2026-11-23"), day("2026-11-23"), at("2026-11-23T00:00")).findFirst().orElseThrow();
        assertThat(first).isEqualTo(new Slot(nine, at("2026-11-23T10:00"), 1));
        assertThat(agenda.lane(service(60, 0, 0), nine, at("2026-11-23T00:00"), null)).contains(2);
        agenda.take(UUID.randomUUID(), 2, new Span(nine, nine.plusSeconds(3600)));
        assertThat(agenda.has(agenda.lane(service(60, 0, 0), nine, at("2026-11-23T00:00"), null).orElseThrow())).isFalse();
    }

    @Test
    void knowsNoTimeThatIsNotOneOfTheService() {
        Agenda agenda = agenda(1, List.of());
        assertThat(agenda.lane(service(60, 0, 0), at("2026-11-23T09:10"), at("2026-11-23T00:00"), null)).isEmpty();
        assertThat(agenda.lane(service(60, 0, 0), at("2026-11-22T09:00"), at("2026-11-23T00:00"), null)).isEmpty();
    }

    private Agenda agenda(int capacity, List<Taken> taken) {
        Bookable somebody = new Bookable(UUID.randomUUID(), "a", "ADVISOR", "某人", null, null, null, null, capacity, true, 0);
        return new Agenda(somebody, rota(), taken);
    }

    private static ServiceOffer service(int minutes, int buffer, int lead) {
        return new ServiceOffer("talk", "谈话", "ADVISOR", minutes, buffer, List.of(Mode.IN_PERSON), 14, lead, 60, false, null, null);
    }

    private List<Hours> on(String day) {
        return rota().on(day(day));
    }

    private Rota rota(RotaException... exceptions) {
        return new Rota(week, Stream.of(exceptions).toList(), CALENDAR, DayOfWeek.MONDAY);
    }

    private static RotaException closed(LocalDate day, int from, int to) {
        return new RotaException(UUID.randomUUID(), day, hours(from, to), false, null);
    }

    private static RotaException extra(LocalDate day, int from, int to) {
        return new RotaException(UUID.randomUUID(), day, hours(from, to), true, null);
    }

    private static Hours hours(int from, int to) {
        return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(CALENDAR.zone()).toInstant();
    }
}
