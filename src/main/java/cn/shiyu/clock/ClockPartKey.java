package cn.shiyu.clock;

import java.io.Serializable;
import java.util.UUID;

/** Key of what a clock consists of. @param seq number within the clock, from 1 */
record ClockPartKey(String tenantId, UUID clockId, int seq) implements Serializable {}
