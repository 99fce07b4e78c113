package org.fengong.members.holiday;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class HolidayCalendarRepository implements PanacheRepositoryBase<HolidayCalendar, UUID> {
    private static final Set<String> SORTABLE = Set.of("key", "name");

    HolidayCalendar require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new HolidayCalendarNotFoundException(id));
    }

    /** Locks the row until the transaction ends. */
    HolidayCalendar requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new HolidayCalendarNotFoundException(id));
    }

    Page<HolidayCalendar> list(String key, String sort, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), HolidayCalendar.class)
                .where("e.key = :key", "key", key)
                .sort(sort, SORTABLE, "key")
                .page(cursor, limit);
    }
}
