package cn.shiyu.booking;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One day that differs.
 *
 * @param extra true: there besides (加班); false: not there (停诊)
 * @param reason shown to residents whose booking it hits, or null
 */
public record RotaException(UUID id, LocalDate day, Hours hours, boolean extra, String reason) {}
