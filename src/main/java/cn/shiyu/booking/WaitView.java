package cn.shiyu.booking;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody's place in a line. @param before how many wait before them @param booking what was offered, or null */
public record WaitView(
        UUID id, String bookableName, String service, LocalDate from, LocalDate to, String status, int before, UUID booking) {}
