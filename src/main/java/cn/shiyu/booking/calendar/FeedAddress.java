package cn.shiyu.booking.calendar;

import jakarta.ws.rs.core.UriInfo;

/**
 * A private calendar address as people need it.
 *
 * @param https to be pasted into a calendar app @param webcal opens the app where the device has one
 */
public record FeedAddress(String https, String webcal) {

    /** On the host the person asked: the city's own. */
    public static FeedAddress of(UriInfo here, String token) {
        String address = here.getBaseUriBuilder().path("calendar").path(token + ".ics").build().toString();
        return new FeedAddress(address, address.replaceFirst("^https?:", "webcal:"));
    }
}
