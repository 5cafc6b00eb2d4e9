package cn.shiyu.moralbank.deed;

/**
 * A good deed as somebody typed it.
 *
 * @param region code of a township or community @param day 2026-11-28 in the city's zone
 * @param phone of who did it, blank for one's own deed
 */
public record Tale(String kind, String region, String day, String words, String phone) {}
