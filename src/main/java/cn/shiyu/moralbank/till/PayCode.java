package cn.shiyu.moralbank.till;

import java.time.Instant;

/** A code to pay with, shown once to its owner. @param digits eight @param most points it may be used for @param until when; UTC */
public record PayCode(String digits, long most, Instant until) {}
