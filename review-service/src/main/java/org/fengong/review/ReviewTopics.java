package org.fengong.review;

/** The Kafka topics that this service publishes to. */
public final class ReviewTopics {
    /** Key: review id. */
    public static final String REVIEW = "fengong.review.review.v1";

    /** Key: team id. */
    public static final String FINDING = "fengong.review.finding.v1";

    private ReviewTopics() {}
}
