package cn.shiyu.booking;

import java.time.Duration;
import java.util.List;

/**
 * What can be booked with one kind of person or place (服务项目).
 *
 * @param minutes how long it takes
 * @param bufferMinutes the pause behind it; 0 without one
 * @param horizonDays how far ahead, today counted as 0; 14 without one
 * @param leadMinutes how long before its beginning at the latest; 60 without one
 * @param changeMinutes until how long before its beginning the resident may move or cancel; 60 without one
 * @param asksPhone whether the resident must leave a phone number: for {@link Mode#PHONE} always
 * @param through the kind of {@link BookingSubject} it is booked for alone; null where anybody may book it for itself
 */
public record ServiceOffer(
        String code,
        String name,
        String kind,
        int minutes,
        Integer bufferMinutes,
        List<Mode> modes,
        Integer horizonDays,
        Integer leadMinutes,
        Integer changeMinutes,
        boolean asksPhone,
        String hint,
        String through) {

    public ServiceOffer {
        bufferMinutes = bufferMinutes == null ? 0 : bufferMinutes;
        horizonDays = horizonDays == null ? 14 : horizonDays;
        leadMinutes = leadMinutes == null ? 60 : leadMinutes;
        changeMinutes = changeMinutes == null ? 60 : changeMinutes;
        modes = modes == null ? List.of(Mode.IN_PERSON) : List.copyOf(modes);
    }

    /** Whether it is booked for itself, and not only with something else. */
    public boolean isForItself() {
        return through == null;
    }

    /** Its page of the portal. */
    public String address() {
        return "/book/" + code;
    }

    Duration length() {
        return Duration.ofMinutes(minutes);
    }

    /** Of the bookable's time: the pause counted in. */
    Duration takes() {
        return Duration.ofMinutes(minutes + bufferMinutes);
    }

    /** For whoever stands there already. */
    ServiceOffer withoutLead() {
        return new ServiceOffer(
                code, name, kind, minutes, bufferMinutes, modes, horizonDays, 0, changeMinutes, asksPhone, hint, through);
    }

    Duration lead() {
        return Duration.ofMinutes(leadMinutes);
    }

    /** Whether a booking may say what it is about; with those who counsel it says time and place, no more. */
    public boolean takesNote() {
        return !isDiscreet();
    }

    public boolean asksPhone(Mode mode) {
        return asksPhone || mode == Mode.PHONE;
    }

    /** Whether others should not even read what somebody booked: calendars and screens are shared with families and colleagues. */
    public boolean isDiscreet() {
        return Bookable.CONFIDENTIAL.equals(kind);
    }
}
