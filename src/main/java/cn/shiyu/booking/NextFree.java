package cn.shiyu.booking;

/** A bookable with its next free time. @param slot null when there is none within the service's horizon */
public record NextFree(Bookable bookable, Slot slot) {}
