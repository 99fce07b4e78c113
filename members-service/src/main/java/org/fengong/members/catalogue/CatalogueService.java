package org.fengong.members.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.fengong.members.occupation.OccupationImport;
import org.fengong.members.skill.SkillImport;

@ApplicationScoped
class CatalogueService {
    private static final String ATTRIBUTION =
            "This uses the ESCO classification of the European Commission (v1.1.1). It is a filtered subset.";

    private final SkillImport skills;
    private final OccupationImport occupations;

    CatalogueService(SkillImport skills, OccupationImport occupations) {
        this.skills = skills;
        this.occupations = occupations;
    }

    @Transactional
    CatalogueAnswer load() {
        return new CatalogueAnswer(
                ATTRIBUTION,
                skills.run(file("esco-skills.csv"), null, false),
                occupations.run(file("esco-occupations.csv"), false),
                occupations.runSkills(file("esco-occupation-skills.csv"), false));
    }

    private static String file(String name) {
        try (var file = CatalogueService.class.getResourceAsStream("/catalogue/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
