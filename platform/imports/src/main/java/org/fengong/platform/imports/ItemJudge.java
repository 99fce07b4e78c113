package org.fengong.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fengong.platform.problem.ExceptionTranslator;

/** Has items judged one after the other. */
@ApplicationScoped
public class ItemJudge {
    private final ExceptionTranslator translator;

    ItemJudge(ExceptionTranslator translator) {
        this.translator = translator;
    }

    /**
     * @param judging what becomes of an item; an exception refuses it as a request would be, and nothing is to be stored of
     *     one that is refused
     * @return what is to be stored
     */
    public <C> List<C> judge(List<Item> items, Function<Item, Optional<C>> judging) {
        var changes = new ArrayList<C>();
        for (var item : items) {
            try {
                judging.apply(item).filter(change -> !item.isRefused()).ifPresent(changes::add);
            } catch (RuntimeException e) {
                item.refuse(translator.translate(e).orElseThrow(() -> e));
            }
        }
        return changes;
    }
}
