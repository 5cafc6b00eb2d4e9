package cn.shiyu.platform.paging;

import java.util.List;

/**
 * One page of a keyset-paged list.
 *
 * @param next opaque cursor of the next page, null on the last one
 */
public record Page<T>(List<T> items, String next) {

    public <R> Page<R> map(java.util.function.Function<T, R> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), next);
    }
}
