package org.fengong.platform.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.platform.problem.Violation;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of an import: its cells until the import is over, and the answer to it. */
@Entity
class ImportRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID importId;
    private int rowNumber;
    private int item;
    private String itemKey;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> cells;

    @Enumerated(EnumType.STRING)
    private RowStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Violation> violations;

    protected ImportRow() {}

    int item() {
        return item;
    }

    String itemKey() {
        return itemKey;
    }

    Row row() {
        return new Row(rowNumber, cells);
    }

    RowStatus status() {
        return status;
    }

    void answer(Item taken) {
        status = taken.status();
        violations = taken.violations(rowNumber);
    }

    ImportRowResponse response() {
        return new ImportRowResponse(rowNumber, itemKey, status, violations == null ? List.of() : violations);
    }
}
