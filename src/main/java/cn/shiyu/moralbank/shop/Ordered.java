package cn.shiyu.moralbank.shop;

/** @param replayed true when an earlier request had done it already; nothing was done this time */
public record Ordered(Order order, boolean replayed) {}
