package cn.shiyu.booking;

import cn.shiyu.tenancy.City;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code booking} of a tenant file, which a city may leave out: then nothing can be booked there.
 *
 * @param holdMinutes how long a place is kept while somebody fills in; 5 without one
 * @param offerMinutes how long a place that got free is kept for who waited for it; 30 without one
 * @param mostOpen how many bookings to come one person may have at once; 5 without one
 * @param makeUpDaysAs whose rota a make-up workday on a weekend follows, where the rota does not name that weekday itself
 * @param remindHours how long before its time a booking is reminded of
 */
public record BookingSettings(
        Integer holdMinutes,
        Integer offerMinutes,
        Integer mostOpen,
        DayOfWeek makeUpDaysAs,
        List<Integer> remindHours,
        NoShows noShows,
        List<ServiceOffer> services,
        List<BookableSeed> bookables) {

    public static final String SECTION = "booking";

    private static final BookingSettings NONE = new BookingSettings(null, null, null, null, null, null, null, null);

    /**
     * Who did not come {@code most} times within {@code days} books only by phone for {@code pauseDays} days.
     *
     * @param appealDays within which a no-show may be appealed against; 14 without one
     */
    public record NoShows(int most, int days, int pauseDays, Integer appealDays) {

        public NoShows {
            appealDays = appealDays == null ? 14 : appealDays;
        }
    }

    public BookingSettings {
        holdMinutes = holdMinutes == null ? 5 : holdMinutes;
        offerMinutes = offerMinutes == null ? 30 : offerMinutes;
        mostOpen = mostOpen == null ? 5 : mostOpen;
        makeUpDaysAs = makeUpDaysAs == null ? DayOfWeek.MONDAY : makeUpDaysAs;
        remindHours = remindHours == null ? List.of(24, 2) : remindHours;
        noShows = noShows == null ? new NoShows(3, 90, 30, null) : noShows;
        services = services == null ? List.of() : List.copyOf(services);
        bookables = bookables == null ? List.of() : List.copyOf(bookables);
    }

    public static BookingSettings of(City city) {
        return city.sections().contains(SECTION) ? city.section(SECTION, BookingSettings.class) : NONE;
    }

    public Optional<ServiceOffer> service(String code) {
        return services.stream().filter(service -> service.code().equals(code)).findFirst();
    }

    /** What anybody may book for itself, in the tenant file's order. */
    public List<ServiceOffer> offered() {
        return services.stream().filter(ServiceOffer::isForItself).toList();
    }

    /** As {@link #service}, of what anybody may book for itself. */
    public Optional<ServiceOffer> offered(String code) {
        return service(code).filter(ServiceOffer::isForItself);
    }

    /** What is booked only for subjects of this type. */
    public List<ServiceOffer> through(String type) {
        return services.stream().filter(service -> type.equals(service.through())).toList();
    }

    /** What can be booked of this kind, in the tenant file's order. */
    public List<ServiceOffer> servicesOf(String kind) {
        return services.stream().filter(service -> service.kind().equals(kind)).toList();
    }

    Duration hold() {
        return Duration.ofMinutes(holdMinutes);
    }

    Duration offer() {
        return Duration.ofMinutes(offerMinutes);
    }
}
