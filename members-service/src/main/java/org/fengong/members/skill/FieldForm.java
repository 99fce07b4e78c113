package org.fengong.members.skill;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a merge patch of a field may change. */
@Schema(name = "FieldForm")
record FieldForm(@NotNull @Valid SkillNames names) {}
