package cn.shiyu.mediation;

import java.time.Instant;
import java.util.UUID;

/** 证据: one item of a side's list. @param shows what it is to show */
public record Evidence(UUID id, Side side, String name, String shows, Instant at) {}
