package org.fengong.benchmarks.http;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;

/** Lets a service work until its compiler has come to its end, or nearly so. */
final class WarmUp {
    /** The compiler's part in the processor's time of a service that has run for long. */
    private static final double WARM = 0.1;

    private WarmUp() {}

    /** Some of the work that is measured afterwards. */
    interface Work {
        Measurement run() throws IOException, SQLException, InterruptedException, ExecutionException;
    }

    /** @param most how often the work is done at most */
    static void of(ProcessHandle service, int most, Work work)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        for (int done = 0; done < most; done++) {
            double begin = Processor.compilerSeconds(service);
            double seconds = work.run().clientSeconds();
            if (Processor.compilerSeconds(service) - begin < WARM * seconds) {
                return;
            }
        }
    }
}
