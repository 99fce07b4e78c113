package org.fengong.platform.imports;

import java.util.List;

/** What can be imported: a service offers one bean for each table that it takes. */
public interface ImportKind {
    /** As the parameter {@code kind} names it. */
    String name();

    String description();

    List<Column> columns();

    /** The columns that together name a thing; a file names each thing once. */
    List<String> keyColumns();

    /** Whether consecutive rows with the same key are parts of one thing. */
    default boolean severalRows() {
        return false;
    }

    /**
     * The key of the thing of the same file, if there is one, that is to be taken before this one, wherever it stands:
     * the values of the key columns with a slash between. Null for none.
     */
    default String follows(Row first) {
        return null;
    }

    /** Whether somebody with these rights has any use for it. */
    default boolean isFor(Importer importer) {
        return true;
    }

    /**
     * The column that a field of the service's forms is written in.
     *
     * @param field its name, or that of a field of the object or list in it, such as {@code names.en}
     */
    default String columnOf(String field) {
        return field;
    }

    /**
     * Judges the items, each of which becomes created, updated, unchanged or refused; when the chunk is to be stored, what
     * is not refused is stored, with its events, in the transaction of the caller. There is no request: who asked stands
     * in the chunk.
     *
     * @param items in the order of the file, but each after the one that it follows; their cells fit the types of the columns
     */
    void take(List<Item> items, Chunk chunk);
}
