package org.fengong.members.member;

import java.util.List;
import java.util.UUID;

/** @param learningWishes in the order in which the member has come to them */
record LearningWishesResponse(UUID memberId, List<LearningWish> learningWishes) {}
