package cn.shiyu.moralbank.till;

/** @param replayed true when an earlier request had done it already; nothing was done this time */
public record Charged(Charge charge, boolean replayed) {}
