package org.fengong.platform;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** The smallest thing that uses all of the platform. */
@Entity
class Note {
    @Id
    UUID id;

    String key;
    int stars;

    @Version
    long version = 1;

    protected Note() {}

    Note(String key, int stars) {
        id = Generators.timeBasedEpochGenerator().generate();
        this.key = key;
        this.stars = stars;
    }
}
