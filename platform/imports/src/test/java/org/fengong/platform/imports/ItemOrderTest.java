package org.fengong.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ItemOrderTest {
    private final ItemOrder order = new ItemOrder();

    private List<Integer> places(String... keysAndFollowed) {
        for (int i = 0; i < keysAndFollowed.length; i += 2) {
            order.add(keysAndFollowed[i], keysAndFollowed[i + 1]);
        }
        return order.places();
    }

    @Test
    void thingsStayWhereEachFollowsWhatStandsAboveOrNothing() {
        assertThat(places("a", null, "b", "a", "c", "b")).isEmpty();
    }

    @Test
    void whatOthersFollowIsTakenBeforeThem() {
        assertThat(places("a", "c", "b", null, "c", "d", "d", null)).containsExactly(3, 4, 2, 1);
    }

    @Test
    void whatTheFileDoesNotHavePutsNothingOff() {
        assertThat(places("a", "elsewhere", "b", null)).containsExactly(1, 2);
    }

    @Test
    void aCircleIsTakenInSomeOrderEachThingOnce() {
        assertThat(places("a", "b", "b", "c", "c", "a", "d", "d")).containsExactlyInAnyOrder(1, 2, 3, 4);
    }
}
