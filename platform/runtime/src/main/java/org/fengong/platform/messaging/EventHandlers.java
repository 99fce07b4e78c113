package org.fengong.platform.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Which handler takes which type of event; types without one are skipped. */
public final class EventHandlers {
    record Handler<T>(Class<T> dataType, Consumer<T> effect) {}

    private final Map<String, Handler<?>> byType = new LinkedHashMap<>();

    /**
     * @param effect runs in the transaction of the inbox row; ignores versions older than the one it has
     */
    public <T> EventHandlers on(String type, Class<T> dataType, Consumer<T> effect) {
        byType.put(type, new Handler<>(dataType, effect));
        return this;
    }

    Handler<?> find(String type) {
        return byType.get(type);
    }
}
