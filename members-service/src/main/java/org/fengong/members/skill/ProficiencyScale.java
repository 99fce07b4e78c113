package org.fengong.members.skill;

import java.util.List;

/** @param levels from 1 to 5 */
record ProficiencyScale(List<ProficiencyLevel> levels) {}
