package org.fengong.members.holiday;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The public holidays of a region. */
@Entity
class HolidayCalendar {
    @Id
    private UUID id;

    private String key;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Holiday> holidays;

    @Version
    private long version = 1;

    protected HolidayCalendar() {}

    static HolidayCalendar create(CreateHolidayCalendarRequest request) {
        var calendar = new HolidayCalendar();
        calendar.id = Generators.timeBasedEpochGenerator().generate();
        calendar.change(request);
        return calendar;
    }

    void change(CreateHolidayCalendarRequest request) {
        key = request.key();
        name = request.name();
        holidays = request.holidays().stream()
                .sorted(Comparator.comparing(Holiday::day))
                .toList();
    }

    UUID id() {
        return id;
    }

    String key() {
        return key;
    }

    String name() {
        return name;
    }

    /** By day. */
    List<Holiday> holidays() {
        return holidays;
    }

    long version() {
        return version;
    }
}
