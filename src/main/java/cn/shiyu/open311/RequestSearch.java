package cn.shiyu.open311;

import cn.shiyu.casework.PublicCaseFilter;
import cn.shiyu.platform.problem.FieldError;
import cn.shiyu.platform.problem.Refusal;
import cn.shiyu.platform.web.Messages;
import cn.shiyu.tenancy.City;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The filters of a list as sent, read as the standard says: 90 days at most, and the first 1,000. */
public record RequestSearch(
        String serviceCode, String startDate, String endDate, String status, String page, String pageSize) {

    public static final int MOST = 1000;
    public static final int MOST_IDS = 50;

    private static final Duration SPAN = Duration.ofDays(90);
    private static final int MOST_CODES = 100;

    /** @throws Refusal 404 for an unknown service, 422 naming each parameter */
    public PublicCaseFilter read(City city, ServiceCatalogue services, Instant now) {
        List<FieldError> faults = new ArrayList<>();
        Instant start = time("start_date", startDate, W3cTimes::start, faults);
        Instant end = time("end_date", endDate, W3cTimes::end, faults);
        Instant until = end != null ? end : start != null ? earlier(start.plus(SPAN), now) : now;
        Instant from = start != null ? start : until.minus(SPAN);
        if (end != null && from.isAfter(until)) {
            faults.add(new FieldError("start_date", Messages.get("open311.fault.order")));
        } else if (Duration.between(from, until).compareTo(SPAN.plusDays(1)) > 0) {
            faults.add(new FieldError("start_date", Messages.get("open311.fault.span", SPAN.toDays())));
        }
        Boolean over = over(faults);
        int size = number("page_size", pageSize, MOST, MOST, faults);
        int skip = (number("page", page, 1, MOST, faults) - 1) * size;
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return new PublicCaseFilter(
                codes(city, services),
                from,
                until,
                over,
                Math.min(skip, MOST),
                Math.max(0, Math.min(size, MOST - skip)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant time(String name, String sent, Function<String, Instant> reading, List<FieldError> faults) {
        try {
            return isBlank(sent) ? null : reading.apply(sent.strip());
        } catch (DateTimeException e) {
            faults.add(new FieldError(name, Messages.get("open311.fault.time")));
            return null;
        }
    }

    private Boolean over(List<FieldError> faults) {
        Set<String> wanted = Set.copyOf(list(status));
        if (!Set.of("open", "closed").containsAll(wanted)) {
            faults.add(new FieldError("status", Messages.get("open311.fault.status")));
        }
        return wanted.size() == 1 ? wanted.contains("closed") : null;
    }

    private static int number(String name, String sent, int without, int most, List<FieldError> faults) {
        if (isBlank(sent)) {
            return without;
        }
        if (!sent.strip().matches("\\d{1,4}")
                || Integer.parseInt(sent.strip()) < 1
                || Integer.parseInt(sent.strip()) > most) {
            faults.add(new FieldError(name, Messages.get("open311.fault.number", most)));
            return 1;
        }
        return Integer.parseInt(sent.strip());
    }

    private List<String> codes(City city, ServiceCatalogue services) {
        List<String> codes = list(serviceCode);
        if (codes.size() > MOST_CODES) {
            throw Refusal.badInput("service_code", Messages.get("open311.fault.many", MOST_CODES));
        }
        if (codes.stream().anyMatch(code -> services.find(city, code).isEmpty())) {
            throw Unknown.service();
        }
        return codes;
    }

    /** @throws Refusal 422 for more than {@link #MOST_IDS} */
    public static List<String> ids(String sent) {
        List<String> ids = list(sent);
        if (ids.size() > MOST_IDS) {
            throw Refusal.badInput("service_request_id", Messages.get("open311.fault.many", MOST_IDS));
        }
        return ids;
    }

    private static List<String> list(String sent) {
        return isBlank(sent)
                ? List.of()
                : Arrays.stream(sent.split(","))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList();
    }

    private static boolean isBlank(String sent) {
        return sent == null || sent.isBlank();
    }
}
