package org.fengong.tasks;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OpenApiContract;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class OpenApiContractTest {
    @Test
    void servesThePublishedDocument() throws IOException {
        OpenApiContract.assertPublished("tasks");
    }
}
