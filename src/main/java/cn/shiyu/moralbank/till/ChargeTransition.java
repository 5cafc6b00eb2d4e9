package cn.shiyu.moralbank.till;

/** One edge. @param rule the condition behind it, or null */
record ChargeTransition(ChargeAction action, ChargeState from, ChargeState to, String by, String rule) {}
