package org.fengong.tasks.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the author may change of a comment. */
@Schema(name = "CommentForm", examples = """
        {"body": "The agency wants the **final claim** by Friday."}""")
record CommentForm(@NotBlank @Size(max = 10_000) String body) {}
