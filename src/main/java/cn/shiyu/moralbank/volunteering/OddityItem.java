package cn.shiyu.moralbank.volunteering;

import java.time.Instant;
import java.util.UUID;

/** Something odd that waits for the clerk. @param called as the person wants to be called @param points given for it, null while none are */
public record OddityItem(
        UUID id, OddityKind kind, String called, String title, Instant starts, Instant in, Instant out, Integer minutes, Long points,
        Instant foundAt) {}
