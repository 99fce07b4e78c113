package org.fengong.review.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.review.metric.Metrics;

/** The numbers alone; what could not be measured is null. */
record HeadlineFigures(
        LoadBalanceFigures loadBalance,
        int overloadedMemberWeeks,
        @Schema(nullable = true) Double skillFit,
        @Schema(nullable = true) Double onTimeRate,
        @Schema(nullable = true) Double estimateRatio) {
    record LoadBalanceFigures(
            @Schema(nullable = true) Double coefficientOfVariation,
            @Schema(nullable = true) Double giniCoefficient,
            @Schema(nullable = true) Double maxToMeanRatio) {}

    static HeadlineFigures of(Metrics metrics) {
        var balance = metrics.loadBalance();
        return new HeadlineFigures(
                new LoadBalanceFigures(
                        balance.coefficientOfVariation().value(),
                        balance.giniCoefficient().value(),
                        balance.maxToMeanRatio().value()),
                metrics.overload().inputs().size(),
                metrics.skillFit().value(),
                metrics.delivery().onTimeRate().value(),
                metrics.estimateRatio().value());
    }
}
