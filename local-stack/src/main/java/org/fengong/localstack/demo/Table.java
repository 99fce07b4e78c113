package org.fengong.localstack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A table of text for a terminal. A Chinese character takes two columns. */
final class Table {
    private static final String GAP = "  ";

    /** @param mostWidth longer text is cut; 0 for no limit */
    record Column(String title, int mostWidth, boolean right) {
        static Column text(String title, int mostWidth) {
            return new Column(title, mostWidth, false);
        }

        static Column number(String title) {
            return new Column(title, 0, true);
        }
    }

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    void row(String... cells) {
        var row = new ArrayList<String>();
        for (int i = 0; i < cells.length; i++) {
            var most = columns.get(i).mostWidth();
            row.add(most == 0 ? cells[i] : cut(cells[i], most));
        }
        rows.add(row);
    }

    List<String> lines(UnaryOperator<String> titleStyle) {
        var lines = new ArrayList<String>();
        lines.add(titleStyle.apply(line(columns.stream().map(Column::title).toList())));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            var padding = " ".repeat(columnWidth(i) - width(cells.get(i)));
            line.append(GAP).append(columns.get(i).right() ? padding + cells.get(i) : cells.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    private int columnWidth(int column) {
        return Math.max(
                width(columns.get(column).title()),
                rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0));
    }

    static String cut(String text, int mostWidth) {
        if (width(text) <= mostWidth) {
            return text;
        }
        var cut = new StringBuilder();
        for (var character : text.codePoints().toArray()) {
            if (width(cut.toString()) + width(character) > mostWidth - 1) {
                break;
            }
            cut.appendCodePoint(character);
        }
        return cut.toString().stripTrailing() + "…";
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    private static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    private static int width(int character) {
        return Character.isIdeographic(character)
                        || (character >= 0x1100 && character <= 0x115F)
                        || (character >= 0x2E80 && character <= 0xA4CF)
                        || (character >= 0xAC00 && character <= 0xD7A3)
                        || (character >= 0xFF00 && character <= 0xFF60)
                ? 2
                : 1;
    }
}
