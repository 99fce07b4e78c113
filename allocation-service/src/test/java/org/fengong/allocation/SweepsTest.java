package org.fengong.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepsTest {
    @Test
    void oneThatFailsIsCountedAndStopsNoOther() {
        var metrics = new SimpleMeterRegistry();
        var treated = new ArrayList<Integer>();

        new Sweeps(metrics).each("division", List.of(1, 0, 2), divisor -> treated.add(10 / divisor));

        assertThat(treated).containsExactly(10, 5);
        assertThat(metrics.get("fengong.sweep.failures")
                        .tag("sweep", "division")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
