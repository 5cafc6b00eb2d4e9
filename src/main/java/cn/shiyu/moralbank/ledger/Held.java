package cn.shiyu.moralbank.ledger;

import java.time.Instant;
import java.util.UUID;

/** Points put aside. @param until when they go back by themselves; UTC @param captured how many went through, 0 unless POSTED */
public record Held(UUID hold, UUID to, long points, Instant until, HoldState state, long captured, boolean replayed) {}
