package cn.shiyu.booking;

import java.time.LocalDate;

/** A day on which something is free. @param label 11月24日 周二 @param count of free times @param current the one shown */
public record SlotDay(LocalDate day, String label, int count, boolean current) {}
