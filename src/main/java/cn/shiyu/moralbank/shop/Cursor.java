package cn.shiyu.moralbank.shop;

import cn.shiyu.platform.paging.Page;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Pages by the last id seen; ids grow with time. */
final class Cursor {

    static final int SIZE = 20;

    private Cursor() {}

    /** Null for what is none: the first page. */
    static UUID id(String after) {
        try {
            return after == null || after.isBlank() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** @param found one more than a page where there is a next */
    static <T> Page<T> page(List<T> found, Function<T, UUID> id) {
        List<T> items = found.stream().limit(SIZE).toList();
        return new Page<>(items, found.size() > SIZE ? id.apply(items.get(SIZE - 1)).toString() : null);
    }
}
