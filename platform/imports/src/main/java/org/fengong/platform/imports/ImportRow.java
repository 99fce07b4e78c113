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
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A row of an import: its cells until the import is over, and the answer to it. */
@Entity
@DynamicUpdate
class ImportRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID importId;
    private int rowNumber;
    private int item;
    private String itemKey;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, String> cells;

    @Enumerated(EnumType.STRING)
    private RowStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
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
