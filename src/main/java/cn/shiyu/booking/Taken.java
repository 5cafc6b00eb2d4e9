package cn.shiyu.booking;

import java.util.UUID;

/** A booking as its bookable's time sees it. */
record Taken(UUID booking, int lane, Span span) {}
