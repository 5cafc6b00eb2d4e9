package cn.shiyu.casework;

import java.time.Instant;
import java.util.List;

/**
 * Which public cases.
 *
 * @param categories codes of leaves; empty for all
 * @param from submitted then or later
 * @param until submitted then or earlier
 * @param over only those that are over, only those that are not, or null for both
 * @param offset how many of the newest are skipped
 * @param most how many at most
 */
public record PublicCaseFilter(
        List<String> categories, Instant from, Instant until, Boolean over, int offset, int most) {}
