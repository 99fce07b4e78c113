package org.fengong.members.catalogue;

import org.fengong.members.esco.ImportAnswer;

/**
 * What became of the selection.
 *
 * @param attribution what is to be said where the catalogue is shown
 */
record CatalogueAnswer(
        String attribution, ImportAnswer skills, ImportAnswer occupations, ImportAnswer occupationSkills) {}
