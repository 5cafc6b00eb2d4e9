package cn.shiyu.moralbank.reward;

import java.time.Instant;
import java.util.UUID;

/** A finished case whose reporter may be thanked: its number, kind, topic and outcome, and nothing of what was written. */
public record Candidate(UUID id, String number, String kind, String category, String lead, Instant closedAt, String reward) {}
