package org.fengong.tasks.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A comment to be made.
 *
 * @param body Markdown; whoever shows it escapes HTML
 * @param mentions members of the team who are told of it
 * @param assignmentId an assignment of the task that it is about; it is kept as it is given
 * @param requestId a request to another department that it is about; it is kept as it is given
 */
@Schema(name = "CreateCommentRequest", examples = """
        {"body": "The agency wants the **final claim** by Thursday.", "mentions": ["0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f"]}""")
record CreateCommentRequest(
        @NotBlank @Size(max = 10_000) String body,
        @Size(max = 50) List<@NotNull UUID> mentions,
        UUID assignmentId,
        UUID requestId) {
    List<UUID> distinctMentions() {
        return mentions == null ? List.of() : mentions.stream().distinct().toList();
    }
}
