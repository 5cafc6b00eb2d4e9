package cn.shiyu.history;

/**
 * Why a line was refused, or a remark on one that was taken.
 *
 * @param field key of the mapping, {@code line} for the line as a whole
 * @param reason Chinese, with the way out
 */
record LineFault(boolean refused, String field, String reason) {

    static LineFault refused(String field, String reason) {
        return new LineFault(true, field, reason);
    }

    static LineFault remark(String field, String reason) {
        return new LineFault(false, field, reason);
    }
}
