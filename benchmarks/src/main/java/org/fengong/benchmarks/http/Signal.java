package org.fengong.benchmarks.http;

import java.io.IOException;

/** What holds a process and lets it go on. */
enum Signal {
    STOP,
    CONT;

    void send(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
