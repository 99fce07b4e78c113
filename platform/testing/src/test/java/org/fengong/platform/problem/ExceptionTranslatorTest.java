package org.fengong.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.List;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class ExceptionTranslatorTest {
    private final ExceptionTranslator translator = new ExceptionTranslator(List.of());

    @Test
    void doesNotPromiseThatNothingIsStoredWhenTheConnectionBreaksInTheCommit() {
        var inCommit = new XAException("Error trying to transactionCommit local transaction");
        inCommit.initCause(new SQLException("An I/O error occurred while sending to the backend.", "08006"));
        var rollback = new RollbackException("ARJUNA016053: Could not commit transaction.");
        rollback.addSuppressed(inCommit);

        var problem = translator.translate(new IllegalStateException(rollback));

        assertThat(problem).hasValueSatisfying(p -> {
            assertThat(p.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
            assertThat(p.getMessage()).contains("may or may not be stored");
        });
        assertThat(translator.isTransient(rollback)).isTrue();
    }

    @Test
    void leavesARollbackForAnotherReasonAFaultOfOurOwn() {
        assertThat(translator.translate(new RollbackException("marked for rollback")))
                .isEmpty();
    }
}
