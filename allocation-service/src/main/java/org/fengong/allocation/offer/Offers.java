package org.fengong.allocation.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.allocation.AllocationTopics;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.AssignmentStatus;
import org.fengong.allocation.assignment.Assignments;
import org.fengong.allocation.assignment.AssignmentsChanged;
import org.fengong.allocation.assignment.AssignmentsOffered;
import org.fengong.allocation.assignment.AssignmentsWithdrawn;
import org.fengong.allocation.plan.TeamPlans;
import org.fengong.allocation.snapshot.MemberForgotten;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.allocation.snapshot.WorkingDays;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.security.Caller;

/**
 * Makes offers of assignments and takes the answers. Whatever ends an offer holds the lock of the team's plans first, as a
 * publication does, so that of an answer, an expiry and a new plan one comes before the other.
 */
@ApplicationScoped
class Offers {
    private final OfferRepository offers;
    private final EntityManager entityManager;
    private final Assignments assignments;
    private final TeamPlans plans;
    private final SnapshotReader snapshots;
    private final TeamAccess access;
    private final Outbox outbox;
    private final Event<OffersChanged> offersChanged;
    private final Caller caller;
    private final Clock clock;

    Offers(
            OfferRepository offers,
            EntityManager entityManager,
            Assignments assignments,
            TeamPlans plans,
            SnapshotReader snapshots,
            TeamAccess access,
            Outbox outbox,
            Event<OffersChanged> offersChanged,
            Caller caller,
            Clock clock) {
        this.offers = offers;
        this.entityManager = entityManager;
        this.assignments = assignments;
        this.plans = plans;
        this.snapshots = snapshots;
        this.access = access;
        this.outbox = outbox;
        this.offersChanged = offersChanged;
        this.caller = caller;
        this.clock = clock;
    }

    void offered(@Observes AssignmentsOffered offered) {
        var now = clock.instant();
        var members = snapshots.members(
                offered.assignments().stream().map(AssignmentResponse::memberId).collect(Collectors.toSet()));
        var made = offered.assignments().stream()
                .map(a -> Offer.of(
                        a,
                        now,
                        WorkingDays.end(
                                members.get(a.memberId()),
                                now,
                                settings(a.teamId()).workingDays()),
                        offered.actor()))
                .toList();
        offers.persist(made);
        tell(made);
    }

    void withdrawn(@Observes AssignmentsWithdrawn withdrawn) {
        var unanswered = offers.lockedPending(withdrawn.assignmentIds());
        unanswered.forEach(
                offer -> offer.end(OfferStatus.RESCINDED, clock.instant(), withdrawn.actor(), withdrawn.reason()));
        tell(unanswered);
    }

    /** Whoever answers answers to what stands: other weeks are another version of the offer. */
    void assignmentsChanged(@Observes AssignmentsChanged changed) {
        var moved = changed.tasks().stream().flatMap(Offers::moved).collect(Collectors.toSet());
        if (!moved.isEmpty()) {
            offers.lockedPending(moved)
                    .forEach(offer -> entityManager.lock(offer, LockModeType.PESSIMISTIC_FORCE_INCREMENT));
        }
    }

    private static Stream<UUID> moved(AssignmentsChanged.Task task) {
        var before =
                task.before().stream().collect(Collectors.toMap(AssignmentResponse::id, AssignmentResponse::weeks));
        return task.after().stream()
                .filter(now -> now.status() == AssignmentStatus.OFFERED
                        && before.containsKey(now.id())
                        && !before.get(now.id()).equals(now.weeks()))
                .map(AssignmentResponse::id);
    }

    void memberForgotten(@Observes MemberForgotten forgotten) {
        offers.update("reason = null where memberId = ?1", forgotten.memberId());
    }

    /**
     * @throws OfferNotFoundException when there is none for this caller's eyes
     * @throws OfferForSomebodyElseException unless the caller is the member
     * @throws OfferEndedException when it is answered, rescinded or overdue
     * @throws ProblemException 412 when its weeks were moved since, 428 when they were and no version is given
     */
    @Transactional
    OfferResponse accept(UUID id, String ifMatch) {
        var offer = requireAnswerable(id, ifMatch);
        offer.end(OfferStatus.ACCEPTED, clock.instant(), caller.actorName(), null);
        assignments.accept(offer.assignmentId(), caller.actorName());
        return tell(offer);
    }

    /** As {@link #accept}. */
    @Transactional
    OfferResponse decline(UUID id, String ifMatch, String reason) {
        var offer = requireAnswerable(id, ifMatch);
        offer.end(OfferStatus.DECLINED, clock.instant(), caller.actorName(), reason);
        giveBack(offer);
        return tell(offer);
    }

    /** Notes that the offer's time is over; false when it was ended otherwise meanwhile. */
    @Transactional
    boolean expire(UUID id) {
        var offer = held(offers.findByIdOptional(id).orElseThrow(() -> new OfferNotFoundException(id)));
        if (!offer.isOverdue(clock.instant())) {
            return false;
        }
        offer.end(OfferStatus.EXPIRED, clock.instant(), null, "not-answered");
        giveBack(offer);
        tell(offer);
        return true;
    }

    private void giveBack(Offer offer) {
        assignments.giveBack(
                offer.assignmentId(),
                offer.status() == OfferStatus.DECLINED,
                offer.actor(),
                settings(offer.teamId()).onDecline() == OnDecline.REPLAN);
    }

    private Offer requireAnswerable(UUID id, String ifMatch) {
        var seen = read(id);
        if (!access.is(seen.memberId())) {
            throw new OfferForSomebodyElseException();
        }
        var offer = held(seen);
        if (!offer.isPending()) {
            throw OfferEndedException.of(offer);
        }
        if (offer.isOverdue(clock.instant())) {
            throw OfferEndedException.overdue(offer);
        }
        if (ifMatch != null || offer.wasMoved()) {
            EntityTags.requireSame(EntityTags.requiredVersion(ifMatch), offer.version());
        }
        return offer;
    }

    /** The offer as it is now and stays until the transaction ends; plans, then weeks, then the offer: one order for all. */
    private Offer held(Offer seen) {
        plans.lock(List.of(seen.teamId()));
        assignments.hold(seen.assignmentId());
        entityManager.refresh(seen, LockModeType.PESSIMISTIC_WRITE);
        return seen;
    }

    /** @throws OfferNotFoundException when there is none for this caller's eyes */
    Offer read(UUID id) {
        return offers.findByIdOptional(id)
                .filter(offer -> access.is(offer.memberId()) || access.mayRead(offer.teamId()))
                .orElseThrow(() -> new OfferNotFoundException(id));
    }

    private OfferSettingsForm settings(UUID teamId) {
        var settings = entityManager.find(OfferSettings.class, teamId);
        return settings == null ? OfferSettingsForm.DEFAULT : settings.form();
    }

    private OfferResponse tell(Offer offer) {
        tell(List.of(offer));
        return OfferResponse.of(offer);
    }

    private void tell(List<Offer> changed) {
        offers.flush(); // gives the versions that the events carry
        changed.forEach(offer -> outbox.append(
                AllocationTopics.ASSIGNMENT,
                offer.taskId(),
                OfferChanged.type(offer.status()),
                OfferChanged.of(offer)));
        offersChanged.fire(
                new OffersChanged(changed.stream().map(OfferResponse::of).toList()));
    }
}
