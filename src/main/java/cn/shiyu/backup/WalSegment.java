package cn.shiyu.backup;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One file of the write-ahead log.
 *
 * @param timeline the history it belongs to; each restore begins a new one
 * @param number counted from the beginning of all logs
 */
record WalSegment(int timeline, long number) {

    private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");
    private static final long LOG_BYTES = 1L << 32;

    static Optional<WalSegment> parse(String name, long segmentBytes) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        long log = Long.parseLong(name.substring(8, 16), 16);
        long within = Long.parseLong(name.substring(16), 16);
        return Optional.of(new WalSegment(
                Integer.parseUnsignedInt(name.substring(0, 8), 16), log * (LOG_BYTES / segmentBytes) + within));
    }

    String name(long segmentBytes) {
        long perLog = LOG_BYTES / segmentBytes;
        return String.format("%08X%08X%08X", timeline, number / perLog, number % perLog);
    }
}
