package org.fengong.platform.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** Writes a table row by row; nothing is kept in memory. */
public interface TableWriter extends Closeable {
    /** @param cells text, number, date or boolean by the name of the column; what is absent stays empty */
    void write(Map<String, ?> cells) throws IOException;
}
