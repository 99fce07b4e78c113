package org.fengong.tasks.demand;

import java.util.UUID;
import org.threeten.extra.YearWeek;

record DemandResponse(UUID teamId, YearWeek from, Demand demand) {}
