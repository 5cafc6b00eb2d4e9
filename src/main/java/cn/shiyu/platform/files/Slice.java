package cn.shiyu.platform.files;

import cn.shiyu.platform.problem.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a Range header asks for (RFC 9110): phones play sound only when they get it in parts.
 * Several ranges in one header, or one we do not understand, mean the whole file, which the RFC allows.
 */
record Slice(long from, long length, long of) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    /** @param range the header, may be null @throws Refusal 416 when it starts past the end */
    static Slice of(String range, long size) {
        Matcher asked = range == null ? null : ONE_RANGE.matcher(range.strip());
        if (asked == null
                || !asked.matches()
                || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return new Slice(0, size, size);
        }
        if (asked.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(asked.group(2)));
            return new Slice(size - last, last, size);
        }
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        if (from > to) {
            throw new Refusal(416, "range-not-satisfiable", "请求的范围超出了文件大小。");
        }
        return new Slice(from, to - from + 1, size);
    }

    boolean isWhole() {
        return length == of;
    }

    String contentRange() {
        return "bytes " + from + "-" + (from + length - 1) + "/" + of;
    }
}
