package org.fengong.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a list.
 *
 * @param next cursor of the next page, absent on the last one
 */
public record Page<T>(
        List<T> items,

        @Schema(description = "Cursor of the next page; absent on the last one.", maxLength = 2000, nullable = true)
        String next) {
    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), next);
    }
}
