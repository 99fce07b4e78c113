package org.fengong.members.skill;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class FieldRepository implements PanacheRepositoryBase<Field, String> {
    Field require(String key) {
        return findByIdOptional(key).orElseThrow(() -> new FieldNotFoundException(key));
    }

    Field requireLocked(String key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new FieldNotFoundException(key));
    }

    List<Field> withExamples(int atMost) {
        return find("levelExamples is not null order by id").page(0, atMost).list();
    }

    List<Field> byKey() {
        return list("order by id");
    }

    Page<Field> list(String cursor, Integer limit) {
        return Listing.of(getEntityManager(), Field.class)
                .sort(null, Set.of(), "id")
                .page(cursor, limit);
    }
}
