package org.fengong.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRequestTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "king", "ADMIN"})
    void namesTheRolesThereAre(String role) {
        assertThatThrownBy(() -> new TokenRequest(role, null, null))
                .isInstanceOf(UsageException.class)
                .hasMessage("--role must be one of admin, lead, member, viewer, service.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead", "member"})
    void asksWhoseTokenItIs(String role) {
        assertThatThrownBy(() -> new TokenRequest(role, null, null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("needs --member KEY");
    }

    @Test
    void saysThatNothingRunsWhereAKeyMustBeLookedUp(@TempDir Path folder) {
        var request = new TokenRequest("lead", "ana", null);

        assertThatThrownBy(() -> request.answer(new StackDirectory(folder), Ports.free()))
                .isInstanceOf(StackException.class)
                .hasMessage("Fengong is not running. ./fengong up or docker compose up starts it.");
    }

    @Test
    void signsWithoutASuiteWhatNamesNobody(@TempDir Path folder) {
        var token = new TokenRequest("admin", null, null).answer(new StackDirectory(folder), Ports.free());

        assertThat(token.split("\\.")).hasSize(3);
    }
}
