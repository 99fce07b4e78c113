package org.fengong.allocation.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What the database says of the load, past all code of the service. */
public final class StoredLoads {
    /** A member's week as it was last told, and what its assignments add up to. */
    public record Row(String week, int loadMinutes, int capacityMinutes, int sumOfAssignments) {}

    private StoredLoads() {}

    /** The weeks of a member, in order. */
    public static List<Row> of(UUID memberId) {
        try (var connection = Arc.container().instance(DataSource.class).get().getConnection();
                var select = connection.prepareStatement("""
                        select coalesce(m.week, w.week), coalesce(load_minutes, 0), coalesce(capacity_minutes, -1),
                               coalesce(minutes, 0)
                        from (select * from member_week where member_id = ?) m
                        full join (select week, sum(minutes) as minutes from assignment_week where member_id = ?
                                   group by week) w on w.week = m.week
                        order by 1""")) {
            select.setObject(1, memberId);
            select.setObject(2, memberId);
            var rows = new ArrayList<Row>();
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getString(1), result.getInt(2), result.getInt(3), result.getInt(4)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The stored load is the recomputed one, in every week of the member. */
    public static void assertAddUp(UUID memberId) {
        assertThat(of(memberId))
                .as("weeks of %s", memberId)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.loadMinutes()).as(row.week()).isEqualTo(row.sumOfAssignments()));
    }
}
