package cn.shiyu.moralbank.shop;

/** One edge. @param rule the condition behind it */
record OrderTransition(OrderAction action, OrderState from, OrderState to, String by, String rule) {}
