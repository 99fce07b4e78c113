package org.fengong.members.member;

import java.util.List;
import java.util.UUID;

/** What a team's views need of a member. */
public record Person(
        UUID id,
        String displayName,
        UUID departmentId,
        List<SkillLevel> skills,
        List<Interest> interests,
        List<LearningWish> learningWishes) {
    static Person of(Member member) {
        return new Person(
                member.id(),
                member.profile().displayName(),
                member.profile().departmentId(),
                member.skills(),
                member.interests(),
                member.learningWishes());
    }
}
