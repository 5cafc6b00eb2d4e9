package cn.shiyu.clock;

import java.time.Duration;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The working calendar (工作日历) of a city: weekends, holidays and make-up workdays as announced, office hours. Instants
 * are UTC; a date is one of the city's zone. Immutable.
 */
public final class WorkCalendar {

    private final ZoneId zone;
    private final Set<DayOfWeek> weekend;
    private final List<OfficeFrame> frames;
    private final Map<LocalDate, SpecialDay> special;
    private final Set<Integer> announced;

    /**
     * @param frames office hours of a working day, at least one, not overlapping
     * @param special the announced days, of any number of years
     * @throws IllegalArgumentException when no working time would ever come
     */
    public WorkCalendar(
            ZoneId zone, Set<DayOfWeek> weekend, List<OfficeFrame> frames, Collection<SpecialDay> special) {
        this.zone = zone;
        this.weekend = Set.copyOf(weekend);
        this.frames = inOrder(frames);
        this.special = special.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::date, Function.identity()));
        // The notice for a year names the days around New Year, of the year before too: those alone announce nothing.
        this.announced = special.stream()
                .filter(day -> day.date().getMonthValue() > 1 && day.date().getMonthValue() < 12)
                .map(day -> day.date().getYear())
                .collect(Collectors.toUnmodifiableSet());
        if (this.weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a calendar without a working day in the week");
        }
    }

    private static List<OfficeFrame> inOrder(List<OfficeFrame> frames) {
        List<OfficeFrame> ordered =
                frames.stream().sorted(Comparator.comparing(OfficeFrame::from)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).from().isBefore(ordered.get(i - 1).to())) {
                throw new IllegalArgumentException("office hours overlap: " + ordered);
            }
        }
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException("a calendar without office hours");
        }
        return ordered;
    }

    /** The instant at which a limit that starts now ends. See {@link Reckoning} for how each unit counts. */
    public Instant plus(Instant start, Limit limit) {
        return reckoning().plus(start, limit.unit(), limit.quanta());
    }

    Reckoning reckoning() {
        return new Reckoning(this);
    }

    /** Office time between two instants: what a resident's patience calls 工作时间. */
    public Duration workingTime(Instant from, Instant to) {
        return new OfficeTime(this).between(from, to);
    }

    public boolean isWorkingDay(LocalDate date) {
        SpecialDay day = special.get(date);
        return day == null ? !weekend.contains(date.getDayOfWeek()) : !day.off();
    }

    /** What the notice says of the day, if anything. */
    public Optional<SpecialDay> special(LocalDate date) {
        return Optional.ofNullable(special.get(date));
    }

    /** False for a year whose holidays are not published yet: it is counted by weekends alone, so provisionally. */
    public boolean isAnnounced(int year) {
        return announced.contains(year);
    }

    boolean isProvisional(Instant from, Instant to) {
        return IntStream.rangeClosed(date(from).getYear(), date(to).getYear())
                .anyMatch(year -> !isAnnounced(year));
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The date itself when it is a working day, else the next one that is. */
    LocalDate workingDayFrom(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** 24:00 of the date, which is 00:00 of the next. */
    Instant endOfDay(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    Instant closeOfOffice(LocalDate date) {
        return date.atTime(frames.get(frames.size() - 1).to()).atZone(zone).toInstant();
    }

    /** Office hours of the date as instants, in order; none on a day off. */
    List<OfficeTime.Span> officeSpans(LocalDate date) {
        return isWorkingDay(date) ? frames.stream().map(frame -> span(date, frame)).toList() : List.of();
    }

    private OfficeTime.Span span(LocalDate date, OfficeFrame frame) {
        return new OfficeTime.Span(
                date.atTime(frame.from()).atZone(zone).toInstant(),
                date.atTime(frame.to()).atZone(zone).toInstant());
    }

    /** Seconds of office time in one working day. */
    long officeSecondsADay() {
        return frames.stream()
                .mapToLong(frame -> frame.to().toSecondOfDay() - frame.from().toSecondOfDay())
                .sum();
    }
}
