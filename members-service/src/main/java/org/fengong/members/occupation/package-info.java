/** Occupations (S1): what people are by profession, and the skills that ESCO says they need. */
package org.fengong.members.occupation;
