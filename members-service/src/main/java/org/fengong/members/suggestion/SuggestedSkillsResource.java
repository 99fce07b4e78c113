package org.fengong.members.suggestion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.members.member.Members;
import org.fengong.members.member.SkillLevel;
import org.fengong.members.occupation.Occupations;
import org.fengong.members.skill.Skills;
import org.fengong.members.suggestion.SuggestedSkillsResponse.Suggestion;
import org.fengong.platform.security.Roles;

@Path("/api/v1/members/{id}/suggested-skills")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class SuggestedSkillsResource {
    private final Members members;
    private final Occupations occupations;
    private final Skills skills;

    SuggestedSkillsResource(Members members, Occupations occupations, Skills skills) {
        this.members = members;
        this.occupations = occupations;
        this.skills = skills;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read what a member's occupation asks for",
            description =
                    "The essential and the optional skills of the occupation (S1), each with the level at which the member holds it, if at all.")
    public SuggestedSkillsResponse getSuggestedSkills(UUID id) {
        var member = members.find(id);
        if (member.occupationId() == null) {
            return new SuggestedSkillsResponse(id, null, List.of(), List.of());
        }
        var occupation = occupations.find(member.occupationId());
        var held = member.skills().stream().collect(Collectors.toMap(SkillLevel::skillId, SkillLevel::level));
        return new SuggestedSkillsResponse(
                id,
                occupation.id(),
                suggestions(occupation.essentialSkillIds(), held),
                suggestions(occupation.optionalSkillIds(), held));
    }

    private List<Suggestion> suggestions(List<UUID> skillIds, Map<UUID, Integer> held) {
        return skills.find(skillIds).stream()
                .map(skill ->
                        new Suggestion(skill.id(), skill.key(), skill.names(), skill.field(), held.get(skill.id())))
                .toList();
    }
}
