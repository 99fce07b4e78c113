package org.fengong.allocation.notify;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param mail of what an e-mail is sent; empty for none */
@Schema(name = "PreferencesRequest", examples = """
        {"mail": ["ASSIGNMENT_OFFERED", "ASSIGNED", "MENTIONED"]}""")
record PreferencesRequest(@NotNull @Size(max = 50) List<@NotNull NoticeKind> mail) {}
