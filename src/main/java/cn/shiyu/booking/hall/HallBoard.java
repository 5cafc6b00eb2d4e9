package cn.shiyu.booking.hall;

import java.util.List;

/**
 * The queue as everybody may see it: numbers, no names.
 *
 * @param next the next numbers, at most ten @param waiting how many wait
 */
public record HallBoard(List<AtWindow> windows, List<Integer> next, int waiting) {

    /** @param number being served or called there, null for a window that is free */
    public record AtWindow(int window, Integer number) {}
}
