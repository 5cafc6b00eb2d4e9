package cn.shiyu.booking.hall;

import java.time.Instant;
import java.util.UUID;

/**
 * A number as the windows see it.
 *
 * @param name how the person is called here @param turnAt which decides the order @param window null while nobody has called it
 */
public record TicketView(
        UUID id, int number, TicketStatus status, Instant turnAt, Integer window, int calls, UUID bookingId, String name) {}
