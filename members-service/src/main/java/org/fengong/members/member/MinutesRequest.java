package org.fengong.members.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param minutes of work from Monday to Sunday */
@Schema(name = "MinutesRequest", examples = """
        {"minutes": [480, 480, 480, 480, 0, 0, 0]}""")
record MinutesRequest(
        @NotNull @Size(min = 7, max = 7, message = "must be seven values, from Monday to Sunday")
        List<@NotNull @Min(0) @Max(1440) Integer> minutes) {}
