package org.fengong.localstack.demo.csv;

import java.util.List;

/** Files that cannot be loaded, with everything that is wrong with them. */
public final class FaultyFilesException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    FaultyFilesException(String folder, List<String> faults) {
        super("The files in %s cannot be loaded; nothing was stored.%n  %s%s"
                .formatted(
                        folder,
                        String.join(System.lineSeparator() + "  ", faults.subList(0, Math.min(SHOWN, faults.size()))),
                        faults.size() > SHOWN ? "%n  … and %d more".formatted(faults.size() - SHOWN) : ""));
    }
}
