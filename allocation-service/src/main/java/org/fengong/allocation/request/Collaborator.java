package org.fengong.allocation.request;

import java.time.LocalDate;
import java.util.UUID;

/** Who helps the asking team, from when to when, with what share of the capacity. */
record Collaborator(UUID memberId, int sharePercent, LocalDate from, LocalDate to) {}
