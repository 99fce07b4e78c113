package org.fengong.tasks.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something on the web that belongs to a task.
 *
 * @param url with https or http, without a user name
 */
@Schema(name = "Link")
public record Link(
        @NotNull @Pattern(regexp = URL) @Size(max = 2000) String url,
        @NotBlank @Size(max = 200) String title) {
    private static final String URL = "https?://[^\\s/?#@<>\"]+([/?#][^\\s<>\"]*)?";
}
