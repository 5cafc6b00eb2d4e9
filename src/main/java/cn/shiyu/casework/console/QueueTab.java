package cn.shiyu.casework.console;

/** One tab of a queue. @param count as shown (999+), null where counting makes no sense */
record QueueTab(String href, String label, String count, boolean current) {}
