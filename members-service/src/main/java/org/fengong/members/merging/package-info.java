/** Merging skills (S1): two skills that mean the same become one, and nobody loses a level or a wish. */
package org.fengong.members.merging;
