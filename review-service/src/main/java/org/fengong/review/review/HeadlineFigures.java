package org.fengong.review.review;

import org.fengong.review.metric.Metrics;

/** The numbers alone; what could not be measured is null. */
record HeadlineFigures(
        LoadBalanceFigures loadBalance,
        int overloadedMemberWeeks,
        Double skillFit,
        Double onTimeRate,
        Double estimateRatio) {
    record LoadBalanceFigures(Double coefficientOfVariation, Double giniCoefficient, Double maxToMeanRatio) {}

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
