package org.fengong.members.member;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All wishes of a member; those that are not in the list are gone. */
@Schema(name = "InterestsRequest", examples = """
        {"interests": [{"field": "content", "value": 2}]}""")
record InterestsRequest(@NotNull @Size(max = MAX_INTERESTS) List<@NotNull @Valid Interest> interests) {
    static final int MAX_INTERESTS = 200;
}
