package cn.shiyu.booking;

import java.util.UUID;

/** What a booking is about, when another capability has a thing of its own for it. @param type lower case: consultation */
public record BookingSubject(String type, UUID id) {}
