package cn.shiyu.notify;

import java.time.Instant;
import java.util.UUID;

/** One thing a resident was told. @param link path of the page it is about @param readAt null as long as it is new */
public record Notice(UUID id, String text, String link, Instant at, Instant readAt) {}
