package org.fengong.members.holiday;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.members.Keys;

/**
 * What a calendar of public holidays is made of; also the form that a merge patch changes.
 *
 * @param key unique name for people and files, such as the region's ISO 3166 code in small letters
 * @param holidays at most one a day
 */
@Schema(name = "CreateHolidayCalendarRequest", examples = """
        {"key": "tw", "name": "Taiwan", "holidays": [
          {"day": "2027-01-01", "name": "開國紀念日"},
          {"day": "2027-02-05", "name": "除夕", "share": 0.5}]}""")
record CreateHolidayCalendarRequest(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
        String key,

        @NotBlank @Size(max = 120) String name,
        @NotNull @Size(max = 400) List<@NotNull @Valid Holiday> holidays) {
    static CreateHolidayCalendarRequest of(HolidayCalendar calendar) {
        return new CreateHolidayCalendarRequest(calendar.key(), calendar.name(), calendar.holidays());
    }
}
