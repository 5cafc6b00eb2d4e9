package cn.shiyu.moralbank.shop;

import java.time.Instant;

/** @param digits eight, shown once @param until when it stops being good */
public record FetchCode(Order order, String digits, Instant until) {}
