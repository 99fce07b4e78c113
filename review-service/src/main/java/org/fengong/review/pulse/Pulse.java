package org.fengong.review.pulse;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.fengong.review.metric.Facts;
import org.threeten.extra.YearWeek;

/** A member's answer for a week; it is given once and does not change. */
@Entity
class Pulse {
    @Id
    private UUID id;

    private UUID teamId;
    private UUID memberId;
    private YearWeek week;
    private int load;
    private int fit;
    private int clarity;
    private String comment;
    private Instant givenAt;

    protected Pulse() {}

    static Pulse give(UUID teamId, UUID memberId, PulseRequest request, Instant now) {
        var pulse = new Pulse();
        pulse.id = Generators.timeBasedEpochGenerator().generate();
        pulse.teamId = teamId;
        pulse.memberId = memberId;
        pulse.week = request.week();
        pulse.load = request.load();
        pulse.fit = request.fit();
        pulse.clarity = request.clarity();
        pulse.comment = request.comment();
        pulse.givenAt = now;
        return pulse;
    }

    Facts.Pulse fact() {
        return new Facts.Pulse(memberId, week, load, fit, clarity);
    }

    PulseResponse response() {
        return new PulseResponse(id, teamId, memberId, week, load, fit, clarity, comment, givenAt);
    }
}
