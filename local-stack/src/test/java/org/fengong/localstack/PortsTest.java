package org.fengong.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void moveTogetherAndOneByOne() {
        var ports = Ports.chosen(
                Map.of("port-offset", "100", "kafka-port", "19092")::get,
                Map.of("FENGONG_MEMBERS_PORT", "7000", "FENGONG_PORT_OFFSET", "5", "FENGONG_KAFKA_PORT", "1"));

        assertThat(ports.of(Service.MEMBERS)).isEqualTo(7000);
        assertThat(ports.of(Service.REVIEW)).isEqualTo(8184);
        assertThat(ports.management(Service.MEMBERS)).isEqualTo(9181);
        assertThat(ports.postgres()).isEqualTo(5533);
        assertThat(ports.kafka()).isEqualTo(19092);
    }

    @Test
    void refuseWhatIsNoPortAndWhatIsGivenTwice() {
        assertThatThrownBy(() -> Ports.chosen(Map.of("kafka-port", "many")::get, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("--kafka-port (FENGONG_KAFKA_PORT) must be a number, not many.");
        assertThatThrownBy(() -> Ports.chosen(Map.of("port-offset", "60000")::get, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("The port 68081 (members) must be between 1 and 65535.");
        assertThatThrownBy(() -> Ports.chosen(Map.of("kafka-port", "8081")::get, Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("The port 8081 is given to members and to kafka.");
    }
}
