package cn.shiyu.moralbank.honour;

import java.util.UUID;

/** A line of one's own, which one may hide. */
public record OwnEntry(UUID id, Entry entry, boolean hidden) {}
